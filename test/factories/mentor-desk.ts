import type { Tx } from '../../src/platform/database.ts';
import { auditReason } from './audit-reason.ts';
import type { TestApp } from './app.ts';
import type { MentorTraits } from './matches.ts';
import { makeWorld } from './world.ts';

/** A mentor at work, a manager, and what a test of the mentor's record looks at. */
export async function makeMentorDesk(app: TestApp, traits: MentorTraits = {}) {
  const world = await makeWorld(app);
  const mentor = await world.mentor(traits);
  const read = <T>(work: (tx: Tx) => Promise<T>) => app.database.read(world.orgId, work);
  return {
    world,
    mentor,
    mentorId: mentor.id,
    manager: await world.ctxAs('manager'),
    /** The mentor, signed in. */
    own: await world.ctxFor(mentor.person),
    read,
    row: () =>
      read((tx) =>
        tx.selectFrom('mentor').selectAll().where('id', '=', mentor.id).executeTakeFirstOrThrow(),
      ),
    /** Puts the record in a state, as if by earlier commands. */
    set: (fields: {
      state?: string;
      inducted_on?: string | null;
      code_signed_on?: string | null;
    }) =>
      app.database.tenant(world.orgId, async (tx) => {
        await tx.updateTable('mentor').set(fields).where('id', '=', mentor.id).execute();
      }),
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
  };
}
