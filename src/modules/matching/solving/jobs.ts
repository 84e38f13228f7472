import type { App, Organisation } from '../../../platform/context.ts';
import { systemIn } from '../../../platform/every-organisation.ts';
import type { JobDefinition } from '../../../platform/jobs.ts';
import { wishesOf } from '../allocation/allocation.ts';
import { editsOf } from '../allocation/allocation-rows.ts';
import { readDeskFacts } from '../allocation/reads.ts';
import { progressAt, solveDeskJobName, type SolveProgress } from './desk-solve.ts';
import { solveAside } from './solve-aside.ts';
import { failSolve, keepSolved, noteProgress, openSolve } from './solve-rows.ts';

/**
 * Works a large programme's proposal out and keeps it. A run that was lost with its process is repeated from the
 * start; a solve that failed is told on the page, where a person begins another.
 */
export const solveDeskJob: JobDefinition = {
  name: solveDeskJobName,
  retryLimit: 2,
  async run(app, { orgId, solveId }) {
    if (typeof orgId !== 'string' || typeof solveId !== 'string') return;
    const org = (await systemIn(app, orgId))?.org;
    if (!org) return;
    await solve(app, org, solveId);
  },
};

async function solve(app: App, org: Organisation, id: string): Promise<void> {
  const order = await app.database.tenant(org.orgId, async (tx) => {
    const row = await openSolve(tx, id);
    if (!row) return null;
    await noteProgress(tx, id, progressAt('reading', 0));
    const done = row.allocationId === null ? [] : (await editsOf(tx, row.allocationId)).done;
    const facts = await readDeskFacts(tx, { clock: app.clock, org }, row.programmeId);
    return { row, facts, wishes: wishesOf(done) };
  });
  if (!order) return;
  const { row, facts, wishes } = order;
  // One report at a time; those that come meanwhile are left out.
  const reports: Promise<void>[] = [];
  const report = (progress: SolveProgress) => {
    if (reports.length > 0) return;
    const noted = app.database
      .tenant(org.orgId, (tx) => noteProgress(tx, id, progress))
      .catch((error: unknown) => app.log.warn({ err: error }, 'progress was not noted'))
      .finally(() => {
        reports.length = 0;
      });
    reports.push(noted);
  };
  try {
    const found = await solveAside({ facts, wishes, salt: row.programmeId }, report);
    await Promise.all(reports);
    await app.database.tenant(org.orgId, (tx) =>
      keepSolved(tx, row, {
        ...found,
        needs: facts.needs.length,
        mentors: facts.mentors.length,
        finishedAt: app.clock.now(),
      }),
    );
  } catch (error) {
    await Promise.all(reports);
    await app.database.tenant(org.orgId, (tx) => failSolve(tx, id, app.clock.now()));
    throw error;
  }
}
