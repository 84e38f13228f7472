import type { Tx } from '../../src/platform/database.ts';
import { auditReason } from './audit-reason.ts';
import type { TestApp } from './app.ts';
import { makeWorld } from './world.ts';

/** A programme, its manager at work, and what a test of its settings looks at. */
export async function makeProgrammeDesk(
  app: TestApp,
  state: 'draft' | 'open' | 'closing' | 'closed' = 'draft',
) {
  const world = await makeWorld(app, { state });
  const programmeId = world.programme.id;
  const read = <T>(work: (tx: Tx) => Promise<T>) => app.database.read(world.orgId, work);
  return {
    world,
    programmeId,
    manager: await world.ctxAs('manager'),
    read,
    row: () =>
      read((tx) =>
        tx
          .selectFrom('programme')
          .selectAll()
          .where('id', '=', programmeId)
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
  };
}
