import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { intakePermissions } from '../permissions.ts';
import { runForUpdate, updateRun } from '../store.ts';
import { countRun } from '../taking/run-rows.ts';

/** Chooses for possible duplicates, one or many: merge into the known record, take as new, or skip. */
export const decideImportRow = command({
  name: 'decide-import-row',
  permission: intakePermissions.import.run,
  input: z.strictObject({
    runId: recordId,
    /** Row numbers; null means every row that still asks. */
    rows: z.array(z.int().min(1)).max(2000).nullable(),
    decision: z.enum(['merge', 'new', 'skip'], 'Choose what to do with the rows.').nullable(),
  }),
  async run({ tx, input, allow, audit }) {
    const run = await runForUpdate(tx, input.runId);
    allow({ programmeId: run.programme_id });
    if (run.state !== 'checked') {
      throw precondition('Choices can be made after the check and before the rows are taken in.');
    }
    let update = tx
      .updateTable('import_row')
      .set({ decision: input.decision })
      .where('run_id', '=', run.id)
      .where('outcome', '=', 'ask');
    if (input.rows === null) update = update.where('decision', 'is', null);
    else update = update.where('row_number', 'in', input.rows.length > 0 ? input.rows : [0]);
    const decided = Number((await update.executeTakeFirst()).numUpdatedRows);
    await updateRun(tx, run.id, { counts: JSON.stringify(await countRun(tx, run.id)) });
    await audit({
      subject: ['import_run', run.id],
      changes: { decision: input.decision, rows: decided },
    });
    return { decided };
  },
});
