import type { Ctx } from '../../../platform/context.ts';
import { countRun, rowsOfRun, saveDecisions } from './run-rows.ts';
import { runForUpdate, targetOf, updateRun } from '../store.ts';
import { decideList } from './list-step.ts';
import { inBatches } from './planned-row.ts';
import { isDataFault, mayPass, RowFault, wordsOfFault } from './run-fault.ts';

const batchSize = 1000;

/**
 * Checks a run; when it breaks off for a reason that stays, the run has failed and says at which row.
 */
export async function checkRun(ctx: Ctx, runId: string): Promise<void> {
  try {
    await checkRows(ctx, runId);
  } catch (error) {
    if (mayPass(error)) throw error;
    ctx.app.log.error({ err: error, runId, orgId: ctx.orgId }, 'a list could not be checked');
    await ctx.app.database.tenant(ctx.orgId, async (tx) => {
      const run = await runForUpdate(tx, runId);
      if (run.state !== 'checking') return;
      await updateRun(tx, runId, { state: 'failed', failure: wordsOfFault(error) });
    });
  }
}

/**
 * Checks every row of a run against what is on record, in steps whose progress can be seen. Safe to repeat:
 * a run that is not being checked is left alone.
 */
async function checkRows(ctx: Ctx, runId: string): Promise<void> {
  const { database } = ctx.app;
  const planned = await database.tenant(ctx.orgId, async (tx) => {
    const run = await runForUpdate(tx, runId);
    if (run.state !== 'checking') return null;
    const { headers, mapping, format } = run;
    const rows = await rowsOfRun(tx, runId);
    return decideList(tx, ctx, targetOf(run), { headers, mapping, format: format.format, rows });
  });
  if (planned === null) return;
  let progress = 0;
  for (const batch of inBatches(planned, batchSize)) {
    progress += batch.length;
    const save = (rows: typeof batch) =>
      database.tenant(ctx.orgId, async (tx) => {
        const run = await runForUpdate(tx, runId);
        if (run.state !== 'checking') return true;
        await saveDecisions(tx, runId, rows);
        await updateRun(tx, runId, { progress });
        return false;
      });
    const isStopped = await save(batch).catch(async (error: unknown) => {
      if (!isDataFault(error)) throw error;
      for (const row of batch) {
        await save([row]).catch((cause: unknown) => {
          throw new RowFault(row.row, cause);
        });
      }
      return false;
    });
    if (isStopped) return;
  }
  await database.tenant(ctx.orgId, async (tx) => {
    const run = await runForUpdate(tx, runId);
    if (run.state !== 'checking') return;
    const counts = JSON.stringify(await countRun(tx, runId));
    await updateRun(tx, runId, { state: 'checked', counts, progress: run.total });
  });
}
