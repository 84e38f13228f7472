import type { z } from 'zod';
import { logSession } from '../../src/modules/sessions/commands/log-session.ts';
import type { Tx } from '../../src/platform/database.ts';
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
  const read = <T>(work: (tx: Tx) => Promise<T>) => app.database.read(world.orgId, work);
  return {
    world,
    match,
    enrolment,
    enrolmentId: enrolment.id,
    mentorId: match.mentor.id,
    mentor,
    lead: await world.ctxFor({ id: enrolment.enterprise.lead?.id ?? '' }),
    adviser: await world.ctxFor({ id: enrolment.adviserId ?? '' }),
    read,
    /** A session as the mentor logs it; its id. */
    async log(more: Partial<z.input<typeof logSession.spec.input>> = {}): Promise<string> {
      const input = { matchId: match.id, ...usualSession, ...more };
      return (await logSession(mentor, input)).sessionId;
    },
    session: (id: string) =>
      read((tx) =>
        tx.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      ),
    /** The firm's side of a session. */
    party: (id: string, enrolmentId = enrolment.id) =>
      read((tx) =>
        tx
          .selectFrom('session_enterprise')
          .select(['attendance', 'reason', 'confirmation', 'confirmed_by', 'dispute'])
          .where('session_id', '=', id)
          .where('enrolment_id', '=', enrolmentId)
          .executeTakeFirstOrThrow(),
      ),
    /** Audit entries of one action, oldest first. */
    audited: (action: string) =>
      read((tx) =>
        tx
          .selectFrom('audit')
          .select(['subject_id', 'actor_id', 'reason', 'changes'])
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
