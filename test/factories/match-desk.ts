import { startAllocation } from '../../src/modules/matching/allocation/commands/start-allocation.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { TestApp } from './app.ts';
import type { ProgrammeTraits } from './programmes.ts';
import { makeWorld } from './world.ts';

/**
 * Two needs for finance and one for export of three firms; Anna knows both and has one place, Ben knows finance
 * and has two. A draft of the match desk is begun.
 */
export async function makeMatchDesk(
  app: TestApp,
  traits: Pick<ProgrammeTraits, 'mentorChoice'> = {},
) {
  const world = await makeWorld(app, traits);
  const adviser = await world.ctxAs('adviser');
  const finance = await world.need({ area: 'finance', openedOn: '2026-11-02' });
  const second = await world.need({ area: 'finance', openedOn: '2026-11-10' });
  const exporting = await world.need({ area: 'export', openedOn: '2026-11-16' });
  const anna = await world.mentor({ expertise: { finance: 5, export: 5 }, places: 1 });
  const ben = await world.mentor({ expertise: { finance: 4 }, places: 2 });
  const read = <T>(work: (tx: Tx) => Promise<T>) => app.database.read(world.orgId, work);
  const { allocationId } = await startAllocation(adviser, { programmeId: world.programme.id });
  return {
    world,
    adviser,
    finance,
    second,
    exporting,
    anna,
    ben,
    allocationId,
    read,
    allocation: () =>
      read((tx) =>
        tx
          .selectFrom('allocation')
          .selectAll()
          .where('id', '=', allocationId)
          .executeTakeFirstOrThrow(),
      ),
    log: () =>
      read((tx) =>
        tx
          .selectFrom('allocation_edit')
          .selectAll()
          .where('allocation_id', '=', allocationId)
          .orderBy('number')
          .execute(),
      ),
    mails: (kind: string) =>
      read((tx) => tx.selectFrom('mail').selectAll().where('kind', '=', kind).execute()),
    /** Audit entries of one action, oldest first. */
    audited: (action: string) =>
      read((tx) =>
        tx
          .selectFrom('audit')
          .select(['subject_id', 'changes'])
          .where('action', '=', action)
          .orderBy('seq')
          .execute(),
      ),
  };
}
