import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { keepBytes, safeName } from '../../../platform/files/store-file.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { programmeById } from '../../programmes/reads.ts';
import { importKinds } from '../import/target-field.ts';
import { intakePermissions } from '../permissions.ts';
import { insertRun } from '../store.ts';
import { dropHalfDone } from '../taking/drop-half-done-step.ts';
import { readList } from '../taking/read-list.ts';
import { insertRows } from '../taking/run-rows.ts';
import { mayImport } from '../taking/target.ts';
import { faultOfTable, uploadedRun } from '../taking/uploaded-run-step.ts';

/** Of a file that is only ever read again here, and served to nobody. */
const listType = 'application/octet-stream';

/**
 * Keeps the rows of a list as they came and guesses what its columns hold. Nothing is taken in yet. The file is
 * kept until then, so that it can be read in another way: another sheet, other headers, another encoding.
 */
export const uploadImport = command({
  name: 'upload-import',
  permission: intakePermissions.import.run,
  input: z.strictObject({
    programmeId: recordId,
    kind: z.enum(importKinds, 'Choose what the list is about.'),
    fileName: z.string().max(255),
    bytes: z.instanceof(Uint8Array),
  }),
  prepare: ({ ctx, input: { kind, fileName, bytes } }) =>
    readList(ctx.app.tables, kind, { fileName, bytes }),
  async run({ ctx, tx, input, prepared: read, allow, audit }) {
    const { kind, programmeId, bytes } = input;
    await programmeById(tx, programmeId);
    allow({ programmeId });
    if (!mayImport(ctx.actor, kind, programmeId)) throw notFound();
    if (!read.ok) throw invalid({ file: read.message });
    const { table, sheets } = read.value;
    const fault = faultOfTable(table);
    if (fault !== null && sheets.length === 0) throw invalid({ file: fault });
    const runId = newId();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await insertRun(tx, {
      org_id: ctx.orgId,
      id: runId,
      programme_id: programmeId,
      kind,
      file_name: safeName(input.fileName),
      file_id: (await keepBytes(tx, ctx, { bytes, name: input.fileName, type: listType })).id,
      file_sha256: sha256,
      ...(await uploadedRun(tx, kind, table, { sheets, isSheetChosen: sheets.length === 0 })),
      started_by: ctx.actor.personId,
      created_at: ctx.clock.now(),
    });
    // The same file begun before and left is this one: two of them would only be mixed up.
    await dropHalfDone(tx, ctx, { programmeId, kind, sha256, but: runId, of: ctx.actor.personId });
    await insertRows(tx, ctx, runId, table.isTruncated ? [] : table.rows);
    await audit({
      subject: ['import_run', runId],
      changes: { kind, rows: table.rows.length, sheets: sheets.length },
    });
    return { runId, rows: table.rows.length, sheets: sheets.length };
  },
});
