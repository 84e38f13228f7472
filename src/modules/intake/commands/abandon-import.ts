import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { intakePermissions } from '../permissions.ts';
import { dropFile, runForUpdate, updateRun } from '../store.ts';

/** Drops an uploaded list of which nothing was taken in, with its rows. */
export const abandonImport = command({
  name: 'abandon-import',
  permission: intakePermissions.import.run,
  input: z.strictObject({ runId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const run = await runForUpdate(tx, input.runId);
    allow({ programmeId: run.programme_id });
    if (['taking', 'done', 'abandoned'].includes(run.state)) {
      throw precondition('Rows of this list were taken in already; it stays in the history.');
    }
    await tx.deleteFrom('import_row').where('run_id', '=', run.id).execute();
    await dropFile(tx, run);
    await updateRun(tx, run.id, { state: 'abandoned', finished_at: ctx.clock.now() });
    await audit({ subject: ['import_run', run.id] });
    return { runId: run.id };
  },
});
