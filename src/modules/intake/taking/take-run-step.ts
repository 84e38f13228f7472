import { dateInZone } from '../../../kernel/calendar.ts';
import { appendAudit } from '../../../platform/audit.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { runForUpdate, targetOf, updateRun } from '../store.ts';
import { dropHalfDone } from './drop-half-done-step.ts';
import { writeRows } from './list-step.ts';
import { isDataFault } from './run-fault.ts';
import { countRun, markTaken, nextRows } from './run-rows.ts';

const batchSize = 500;

/**
 * Writes the rows of a run in batches. Each batch is one transaction that also marks its rows, so a run that
 * was killed goes on where it stood and writes nothing twice.
 */
export async function takeRun(ctx: Ctx, runId: string): Promise<void> {
  const { database } = ctx.app;
  for (;;) {
    const isOver = await database
      .tenant(ctx.orgId, (tx) => takeBatch(tx, ctx, runId, batchSize))
      .catch((error: unknown) => {
        if (!isDataFault(error)) throw error;
        return takeOne(ctx, runId);
      });
    if (isOver) return;
  }
}

/** The next row alone; when it is the one that cannot be written it is left out, and the others go on. */
async function takeOne(ctx: Ctx, runId: string): Promise<boolean> {
  const { database } = ctx.app;
  return database
    .tenant(ctx.orgId, (tx) => takeBatch(tx, ctx, runId, 1))
    .catch((error: unknown) => {
      if (!isDataFault(error)) throw error;
      ctx.app.log.error({ err: error, runId, orgId: ctx.orgId }, 'a row could not be written');
      return database.tenant(ctx.orgId, async (tx) => {
        const run = await runForUpdate(tx, runId);
        const rows = run.state === 'taking' ? await nextRows(tx, runId, 1) : [];
        const words = 'This row could not be written. Mend it in the file and upload it again.';
        const clashes = new Map(rows.map(({ row }) => [row, words]));
        await markTaken(tx, atOneMoment(ctx), run, rows, clashes);
        return rows.length === 0;
      });
    });
}

async function takeBatch(tx: Tx, running: Ctx, runId: string, most: number): Promise<boolean> {
  const ctx = atOneMoment(running);
  const run = await runForUpdate(tx, runId);
  if (run.state !== 'taking') return true;
  const rows = await nextRows(tx, runId, most);
  if (rows.length === 0) {
    const counts = await countRun(tx, runId);
    await updateRun(tx, runId, {
      state: 'done',
      counts: JSON.stringify(counts),
      finished_at: ctx.clock.now(),
    });
    await dropHalfDone(tx, ctx, {
      ...{ programmeId: run.programme_id, kind: run.kind, sha256: run.file_sha256 },
      but: runId,
    });
    await appendAudit(tx, ctx, 'take-import', {
      subject: ['import_run', runId],
      action: 'finish-import',
      changes: { ...counts, startedBy: run.started_by },
    });
    return true;
  }
  const clashes = await writeRows(tx, ctx, targetOf(run), rows);
  await markTaken(tx, ctx, run, rows, clashes);
  await updateRun(tx, runId, { progress: run.progress + rows.length });
  await appendAudit(tx, ctx, 'take-import', {
    subject: ['import_run', runId],
    action: 'take-import-rows',
    changes: {
      from: rows[0]?.row ?? 0,
      to: rows.at(-1)?.row ?? 0,
      written: rows.length - clashes.size,
      left: clashes.size,
      startedBy: run.started_by,
    },
  });
  return false;
}

/** All that a batch writes bears one moment: by it an undo tells what the run made from what came later. */
function atOneMoment(ctx: Ctx): Ctx {
  const now = ctx.clock.now();
  return { ...ctx, clock: { now: () => now, today: (zone) => dateInZone(now, zone) } };
}
