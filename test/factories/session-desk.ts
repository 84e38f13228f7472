import type { z } from 'zod';
import { confirmSession } from '../../src/modules/sessions/commands/confirm-session.ts';
import { logSession } from '../../src/modules/sessions/commands/log-session.ts';
import { hoursOf } from '../../src/modules/sessions/reads.ts';
import type { Tx } from '../../src/platform/database.ts';
import { auditReason } from './audit-reason.ts';
import type { TestApp } from './app.ts';
import type { MatchTraits } from './matches.ts';
import { makeWorld } from './world.ts';

/** A session of an hour and a half, four days ago. */
export const usualSession = {
  startsAt: '2026-11-20T10:00:00.000Z',
  endsAt: '2026-11-20T11:30:00.000Z',
  mode: 'video',
  summary: 'Looked at the order book.',
} as const;

/** A matched mentor and firm with their adviser, and what a test of their sessions looks at. */
export async function makeSessionDesk(app: TestApp, traits: MatchTraits = {}) {
  const world = await makeWorld(app);
  const match = await world.match(traits);
  const { enrolment } = match.need;
  const mentor = await world.ctxFor(match.mentor.person);
  const lead = await world.ctxFor({ id: enrolment.enterprise.lead?.id ?? '' });
  const read = <T>(work: (tx: Tx) => Promise<T>) => app.database.read(world.orgId, work);
  return {
    world,
    match,
    enrolment,
    enrolmentId: enrolment.id,
    mentorId: match.mentor.id,
    mentor,
    lead,
    adviser: await world.ctxFor({ id: enrolment.adviserId ?? '' }),
    read,
    write: <T>(work: (tx: Tx) => Promise<T>) => app.database.tenant(world.orgId, work),
    /** A session as the mentor logs it; its id. */
    async log(more: Partial<z.input<typeof logSession.spec.input>> = {}): Promise<string> {
      const input = { matchId: match.id, ...usualSession, ...more };
      return (await logSession(mentor, input)).sessionId;
    },
    /** The firm's lead says that the session is right as it is shown now. */
    async confirm(id: string, enrolmentId = enrolment.id): Promise<void> {
      const row = await read((tx) =>
        tx
          .selectFrom('session_enterprise')
          .select('version')
          .where('session_id', '=', id)
          .where('enrolment_id', '=', enrolmentId)
          .executeTakeFirstOrThrow(),
      );
      await confirmSession(lead, { sessionId: id, enrolmentId, version: row.version });
    },
    /** Minutes of the firm that count for the first indicator with a threshold. */
    counted: async () =>
      (await read((tx) => hoursOf(tx, mentor, enrolment.id))).indicators[0]?.bar.counted,
    session: (id: string) =>
      read((tx) =>
        tx.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      ),
    /** The firm's side of a session. */
    party: (id: string, enrolmentId = enrolment.id) =>
      read((tx) =>
        tx
          .selectFrom('session_enterprise')
          .select(['attendance', 'reason', 'confirmation', 'confirmed_by', 'dispute', 'version'])
          .where('session_id', '=', id)
          .where('enrolment_id', '=', enrolmentId)
          .executeTakeFirstOrThrow(),
      ),
    /** Audit entries of one action, oldest first. */
    audited: (action: string) =>
      read((tx) =>
        tx
          .selectFrom('audit')
          .select(['subject_id', 'actor_id', auditReason, 'changes'])
          .where('action', '=', action)
          .orderBy('seq')
          .execute(),
      ),
    /** Letters that ask to confirm, by address. */
    asked: async () =>
      (
        await read((tx) =>
          tx
            .selectFrom('mail')
            .select('to_address')
            .where('kind', '=', 'confirm-session')
            .orderBy('created_at')
            .execute(),
        )
      ).map((row) => row.to_address),
  };
}
