import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { fillProgramme } from '../../../../test/factories/large-programme.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { publishAllocation } from '../allocation/commands/publish-allocation.ts';
import { startAllocation } from '../allocation/commands/start-allocation.ts';
import { programmeCases } from '../fairness/case.ts';
import { fairnessOf } from '../fairness/fairness.ts';
import { needRows } from '../fairness/reads.ts';
import { startSolve } from './commands/start-solve.ts';
import { keptProposal, shownSolve } from './reads.ts';

const app = await createTestApp();

/** A minute of work: asked for by name, with its times told. */
const isAsked = process.env['ESPALIER_LARGE'] === '1';

test.skipIf(!isAsked)(
  'a programme of 2,000 needs and 400 mentors is worked out, proved and sent from',
  async () => {
    const world = await makeWorld(app);
    await fillProgramme(world, { needs: 2000, mentors: 400 });
    const adviser = await world.ctxAs('adviser');
    const asked = { programmeId: world.programme.id };
    const read = <T>(work: Parameters<typeof app.database.read<T>>[1]) =>
      app.database.read(world.orgId, work);
    const tell = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      const from = performance.now();
      const value = await work();
      const megabytes = Math.round(process.memoryUsage().rss / 1e6);
      process.stdout.write(
        `${what}: ${Math.round(performance.now() - from)} ms, ${megabytes} MB\n`,
      );
      return value;
    };
    await startSolve(adviser, asked);
    await tell('the job', () => app.jobs.drain());
    const shown = await tell('what the list shows', () =>
      read((tx) => shownSolve(tx, world.programme.id)),
    );
    expect(shown).toMatchObject({ isProved: true, totals: { open: 2000 } });
    expect(shown?.advice.skills[0]?.further).toHaveLength(3);
    const kept = await tell('the kept proposal', () =>
      read((tx) => keptProposal(tx, adviser, { ...asked, draft: null, done: [] })),
    );
    const { allocationId } = await startAllocation(adviser, asked);
    const pairs = [...(kept?.proposal.pairs ?? [])]
      .slice(0, 50)
      .map(([needId, mentorId]) => ({ needId, mentorId, way: 'offer' as const }));
    const sent = await tell('50 letters', () =>
      publishAllocation(adviser, { allocationId, version: 1, pairs }),
    );
    expect(sent.offered).toBe(50);
    const report = await tell('fairness', async () =>
      fairnessOf(programmeCases(await read((tx) => needRows(tx, world.programme.id, null)))),
    );
    expect(report.all.needs).toBe(2000);
  },
  300_000,
);
