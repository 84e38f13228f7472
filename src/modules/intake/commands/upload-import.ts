import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { safeName } from '../../../platform/files/store-file.ts';
import { readTable } from '../../../platform/spreadsheets/read-table.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { programmeById } from '../../programmes/reads.ts';
import { isRegisterFile } from '../import/column-map.ts';
import { importKinds } from '../import/target-field.ts';
import { intakePermissions } from '../permissions.ts';
import { insertRun, likelyMapping } from '../store.ts';
import { insertRows } from '../taking/run-rows.ts';
import { mayImport } from '../taking/target.ts';

/** Keeps the rows of a list as they came and guesses what its columns hold. Nothing is taken in yet. */
export const uploadImport = command({
  name: 'upload-import',
  permission: intakePermissions.import.run,
  input: z.strictObject({
    programmeId: recordId,
    kind: z.enum(importKinds, 'Choose what the list is about.'),
    fileName: z.string().max(255),
    bytes: z.instanceof(Uint8Array),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const { kind, programmeId } = input;
    await programmeById(tx, programmeId);
    allow({ programmeId });
    if (!mayImport(ctx.actor, kind, programmeId)) throw notFound();
    const read = await readTable(input.bytes, input.fileName);
    if (!read.ok) throw invalid({ file: read.message });
    const { headers, rows, format, sheet, isTruncated } = read.value;
    if (rows.length === 0) {
      throw invalid({ file: 'There are headers in this file but no rows below them.' });
    }
    if (isTruncated) {
      throw invalid({ file: 'This list has more than 100,000 rows. Split it into parts.' });
    }
    const runId = newId();
    const isRegister = kind === 'enterprises' && isRegisterFile(headers);
    await insertRun(tx, {
      org_id: ctx.orgId,
      id: runId,
      programme_id: programmeId,
      kind,
      file_name: safeName(input.fileName),
      file_sha256: createHash('sha256').update(input.bytes).digest('hex'),
      sheet: sheet?.slice(0, 200) ?? null,
      headers: JSON.stringify(headers),
      format: JSON.stringify({
        format,
        isTruncated,
        // A register's file fills in what is known; it makes nobody an applicant.
        enrols: !isRegister,
        source: isRegister ? 'register' : 'list',
        unmatched: isRegister ? 'leave' : 'create',
      }),
      mapping: JSON.stringify(await likelyMapping(tx, kind, headers, rows)),
      total: rows.length,
      started_by: ctx.actor.personId,
      created_at: ctx.clock.now(),
    });
    await insertRows(tx, ctx, runId, rows);
    await audit({ subject: ['import_run', runId], changes: { kind, rows: rows.length } });
    return { runId, rows: rows.length };
  },
});
