import { z } from 'zod';
import { invalid, notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { missingFields, parseColumnMapping } from '../import/column-map.ts';
import { intakePermissions } from '../permissions.ts';
import { rememberMapping, runForUpdate, updateRun } from '../store.ts';
import { mayImport, targetSchema } from '../taking/target.ts';

/** Says what the columns of an uploaded list hold, and remembers it for the next file with these headers. */
export const mapImport = command({
  name: 'map-import',
  permission: intakePermissions.import.run,
  input: z.strictObject({
    runId: recordId,
    /** Field by header; null leaves a column out. */
    mapping: z.record(z.string().max(300), z.string().max(60).nullable()),
    enrols: targetSchema.shape.enrols,
    source: targetSchema.shape.source,
    unmatched: targetSchema.shape.unmatched,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const run = await runForUpdate(tx, input.runId);
    allow({ programmeId: run.programme_id });
    if (!mayImport(ctx.actor, run.kind, run.programme_id)) throw notFound('import');
    if (!['uploaded', 'mapped', 'checked', 'failed'].includes(run.state)) {
      throw precondition('The columns of this list can no longer be changed.');
    }
    const parsed = parseColumnMapping(run.kind, run.headers, input.mapping);
    if (!parsed.ok) throw invalid({ mapping: parsed.message });
    if (missingFields(run.kind, parsed.value).length > 0) {
      throw invalid({ mapping: 'Say which column holds the name.' });
    }
    // Columns called by their place are other columns in the next file.
    if (run.format.reading?.headerRow !== 0) {
      await rememberMapping(tx, ctx, run.kind, parsed.value);
    }
    const { enrols, source, unmatched } = input;
    await updateRun(tx, run.id, {
      state: 'mapped',
      mapping: JSON.stringify(parsed.value),
      format: JSON.stringify({ ...run.format, isSheetChosen: true, enrols, source, unmatched }),
      counts: '{}',
      failure: null,
    });
    await audit({ subject: ['import_run', run.id], changes: { enrols, source, unmatched } });
    return { runId: run.id };
  },
});
