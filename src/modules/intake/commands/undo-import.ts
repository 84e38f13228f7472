import { z } from 'zod';
import { formatInstant } from '../../../kernel/calendar.ts';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { undoUntil } from '../import/undo-rule.ts';
import { intakePermissions } from '../permissions.ts';
import { runForUpdate, updateRun } from '../store.ts';
import { mayImport } from '../taking/target.ts';
import { countSubjects } from '../taking/undo-rows.ts';

/** Starts taking back what an import made and changed, as far as nobody has touched it since. */
export const undoImport = command({
  name: 'undo-import',
  permission: intakePermissions.import.undo,
  input: z.strictObject({ runId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const run = await runForUpdate(tx, input.runId);
    allow({ programmeId: run.programme_id });
    if (!mayImport(ctx.actor, run.kind, run.programme_id)) throw notFound('import');
    if (run.state !== 'done' && run.state !== 'undoing') {
      throw precondition('Only an import that is done can be undone, and once.');
    }
    const until = undoUntil(run.finished_at ?? run.created_at);
    if (run.state === 'done' && ctx.clock.now() > until) {
      const when = formatInstant(until, ctx.org.zone);
      throw precondition(`This import could be undone until ${when}. Mend its records by hand.`);
    }
    const records = await countSubjects(tx, run.id);
    if (records === 0) {
      throw precondition('There is nothing to undo: this import kept no record of its rows.');
    }
    if (run.state === 'done') {
      await updateRun(tx, run.id, { state: 'undoing', progress: 0, total: records });
    }
    await ctx.app.jobs.send(
      tx,
      'undo-import',
      { orgId: ctx.orgId, runId: run.id },
      { singletonKey: run.id },
    );
    await audit({ subject: ['import_run', run.id], changes: { records } });
    return { runId: run.id, records };
  },
});
