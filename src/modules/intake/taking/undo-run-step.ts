import { appendAudit } from '../../../platform/audit.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { type Run, runForUpdate, updateRun } from '../store.ts';
import { undoEnterprises } from './undo-enterprises-step.ts';
import { undoMentors } from './undo-mentors-step.ts';
import { undoPeople } from './undo-people-step.ts';
import { countUndone, markUndone, nextSubjects, type UndoSubject } from './undo-rows.ts';

const batchSize = 200;

/**
 * Takes a run back in batches, each one transaction that also marks its rows: a run that was killed goes on
 * where it stood. What was touched since stays, with the reason at its rows.
 */
export async function undoRun(ctx: Ctx, runId: string): Promise<void> {
  for (;;) {
    const isOver = await ctx.app.database.tenant(ctx.orgId, (tx) => undoBatch(tx, ctx, runId));
    if (isOver) return;
  }
}

async function undoBatch(tx: Tx, ctx: Ctx, runId: string): Promise<boolean> {
  const run = await runForUpdate(tx, runId);
  if (run.state !== 'undoing') return true;
  const subjects = await nextSubjects(tx, runId, batchSize);
  if (subjects.length === 0) {
    const counts = await countUndone(tx, runId);
    await updateRun(tx, runId, {
      state: 'undone',
      counts: JSON.stringify({ ...(run.counts as object), ...counts }),
    });
    await appendAudit(tx, ctx, 'undo-import', {
      subject: ['import_run', runId],
      action: 'finish-undo-import',
      changes: counts,
    });
    return true;
  }
  const refusals = await undo(tx, ctx, run, subjects);
  await markUndone(tx, ctx, runId, subjects, refusals);
  const done = subjects.map(({ id }) => id).filter((id) => !refusals.has(id));
  await updateRun(tx, runId, { progress: run.progress + subjects.length });
  await appendAudit(tx, ctx, 'undo-import', {
    subject: ['import_run', runId],
    action: 'undo-import-rows',
    changes: { kind: run.kind, undone: done, kept: Object.fromEntries(refusals) },
  });
  return false;
}

function undo(tx: Tx, ctx: Ctx, run: Run, subjects: readonly UndoSubject[]) {
  if (run.kind === 'enterprises') return undoEnterprises(tx, ctx, run.id, subjects);
  if (run.kind === 'people') return undoPeople(tx, run.id, subjects);
  return undoMentors(tx, run.id, subjects);
}
