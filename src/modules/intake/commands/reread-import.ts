import { invalid, notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { intakePermissions } from '../permissions.ts';
import { fileOfRun, runForUpdate, updateRun } from '../store.ts';
import { readingSchema, readList } from '../taking/read-list.ts';
import { insertRows } from '../taking/run-rows.ts';
import { mayImport } from '../taking/target.ts';
import { faultOfTable, uploadedRun } from '../taking/uploaded-run-step.ts';

/**
 * Reads an uploaded file again in the way that is said: another sheet, another row of headers or none, another
 * separator or encoding. The rows take the place of those read before.
 */
export const rereadImport = command({
  name: 'reread-import',
  permission: intakePermissions.import.run,
  input: readingSchema.extend({ runId: recordId }),
  async prepare({ ctx, input: { runId, ...wanted } }) {
    const file = await ctx.app.database.read(ctx.orgId, (tx) => fileOfRun(tx, runId));
    return file && readList(ctx.app.tables, file.kind, { ...file, ...wanted });
  },
  async run({ ctx, tx, input, prepared, allow, audit }) {
    const run = await runForUpdate(tx, input.runId);
    allow({ programmeId: run.programme_id });
    if (!mayImport(ctx.actor, run.kind, run.programme_id)) throw notFound('import');
    const isOpen = ['uploaded', 'mapped', 'checked', 'failed'].includes(run.state);
    if (!isOpen || !run.file_id || !prepared) {
      throw precondition('This list can no longer be read in another way. Upload the file again.');
    }
    const field = input.sheet === undefined ? 'headerRow' : 'sheet';
    if (!prepared.ok) throw invalid({ [field]: prepared.message });
    const { table } = prepared.value;
    const fault = faultOfTable(table);
    if (fault !== null) throw invalid({ [field]: fault });
    await tx.deleteFrom('import_row').where('run_id', '=', run.id).execute();
    await insertRows(tx, ctx, run.id, table.rows);
    const sheets = run.format.sheets ?? [];
    await updateRun(tx, run.id, {
      ...(await uploadedRun(tx, run.kind, table, { sheets, isSheetChosen: true })),
      state: 'uploaded',
      progress: 0,
      counts: '{}',
      failure: null,
    });
    await audit({ subject: ['import_run', run.id], changes: { rows: table.rows.length } });
    return { runId: run.id, rows: table.rows.length };
  },
});
