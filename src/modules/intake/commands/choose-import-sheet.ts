import { z } from 'zod';
import { invalid, notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { readFile } from '../../../platform/files/store-file.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { intakePermissions } from '../permissions.ts';
import { runForUpdate, updateRun } from '../store.ts';
import { readList } from '../taking/read-list.ts';
import { insertRows } from '../taking/run-rows.ts';
import { mayImport } from '../taking/target.ts';
import { faultOfTable, uploadedRun } from '../taking/uploaded-run-step.ts';

/** Says which sheet of an uploaded workbook is the list; its rows take the place of those read before. */
export const chooseImportSheet = command({
  name: 'choose-import-sheet',
  permission: intakePermissions.import.run,
  input: z.strictObject({
    runId: recordId,
    sheet: z.string().min(1, 'Choose a sheet.').max(200),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const run = await runForUpdate(tx, input.runId);
    allow({ programmeId: run.programme_id });
    if (!mayImport(ctx.actor, run.kind, run.programme_id)) throw notFound('import');
    if (!['uploaded', 'mapped', 'checked', 'failed'].includes(run.state) || !run.file_id) {
      throw precondition('The sheet of this list can no longer be chosen. Upload the file again.');
    }
    const { sheets = [] } = run.format;
    if (!sheets.some(({ name }) => name === input.sheet)) {
      throw invalid({ sheet: 'Choose one of the sheets of this file.' });
    }
    const { bytes } = await readFile(tx, run.file_id);
    const read = await readList(run.kind, bytes, run.file_name, input.sheet);
    if (!read.ok) throw invalid({ sheet: read.message });
    const { table } = read.value;
    const fault = faultOfTable(table);
    if (fault !== null) throw invalid({ sheet: fault });
    await tx.deleteFrom('import_row').where('run_id', '=', run.id).execute();
    await insertRows(tx, ctx, run.id, table.rows);
    await updateRun(tx, run.id, {
      ...(await uploadedRun(tx, run.kind, table, { sheets, isSheetChosen: true })),
      state: 'uploaded',
      progress: 0,
      counts: '{}',
    });
    await audit({ subject: ['import_run', run.id], changes: { rows: table.rows.length } });
    return { runId: run.id, rows: table.rows.length };
  },
});
