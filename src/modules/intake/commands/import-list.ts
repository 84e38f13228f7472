import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { safeName } from '../../../platform/files/store-file.ts';
import { programmeById } from '../../programmes/reads.ts';
import { isRegisterFile, missingFields, parseColumnMapping } from '../import/column-map.ts';
import { previewOf } from '../import/preview.ts';
import { intakePermissions } from '../permissions.ts';
import { insertRun, likelyMapping, rememberMapping } from '../store.ts';
import { decideList, writeRows } from '../taking/list-step.ts';
import { clearRows, inBatches } from '../taking/planned-row.ts';
import { readingSchema, readList } from '../taking/read-list.ts';
import { mayImport, targetSchema } from '../taking/target.ts';
import { faultOfTable, readingOf } from '../taking/uploaded-run-step.ts';
import { cutText } from '../../../kernel/text.ts';

const batchSize = 1000;

/**
 * Takes a whole list at once, all or nothing: reads it, maps its columns, writes the rows that need nobody's
 * choice. Rows that may be a known firm are left out and told among the problems.
 */
export const importList = command({
  name: 'import-list',
  permission: intakePermissions.import.run,
  input: z.strictObject({
    target: targetSchema.omit({ source: true }),
    fileName: z.string().min(1).max(255),
    bytes: z.instanceof(Uint8Array),
    /** How the file is to be read; what is left out is found. */
    reading: readingSchema.default({}),
    /** Header and field; otherwise the one used last for such a file, or a guess. */
    mapping: z.unknown().optional(),
    isDryRun: z.boolean().default(false),
  }),
  prepare: ({ ctx, input: { target, fileName, bytes, reading } }) =>
    readList(ctx.app.tables, target.kind, { fileName, bytes, ...reading }),
  async run({ ctx, tx, input, prepared: read, allow, audit }) {
    const { kind, programmeId } = input.target;
    if (programmeId !== null) await programmeById(tx, programmeId);
    allow({ programmeId });
    if (!mayImport(ctx.actor, kind, programmeId)) throw notFound();
    if (!read.ok) throw invalid({ file: read.message }, read.message);
    const { table } = read.value;
    const { headers, rows, format, sheet = null } = table;
    const fault = faultOfTable(table);
    if (fault !== null) throw invalid({ file: fault }, fault);
    if (table.headerRow === 0 && input.mapping === undefined)
      throw invalid({ mapping: noHeaders }, noHeaders);
    const mapping =
      input.mapping === undefined
        ? await likelyMapping(tx, kind, headers, rows)
        : givenMapping(kind, headers, input.mapping);
    if (missingFields(kind, mapping).length > 0) {
      const words = `No column holds the name. Headers: ${headers.slice(0, 30).join(', ')}.`;
      throw invalid({ mapping: words }, words);
    }
    const isRegister = kind === 'enterprises' && isRegisterFile(headers);
    const target = { ...input.target, source: isRegister ? 'register' : 'list' } as const;
    const planned = await decideList(tx, ctx, target, { headers, mapping, format, rows });
    const { asked, ...preview } = previewOf(planned);
    // Nobody is there to choose.
    preview.rejected += asked;
    const runId = newId();
    if (!input.isDryRun) {
      for (const batch of inBatches(clearRows(planned), batchSize)) {
        const clashes = await writeRows(tx, ctx, target, batch);
        for (const { row, outcome } of batch) {
          const message = clashes.get(row);
          if (message === undefined) continue;
          preview[outcome === 'create' ? 'created' : 'updated'] -= 1;
          preview.rejected += 1;
          preview.problems.push({
            ...{ row, column: null, code: 'conflicting-row', message, isRefusal: true },
          });
        }
      }
      if (table.headerRow > 0) await rememberMapping(tx, ctx, kind, mapping);
    }
    const { problems, ...counts } = preview;
    if (!input.isDryRun) {
      const { enrols, source, unmatched } = target;
      const now = ctx.clock.now();
      await insertRun(tx, {
        org_id: ctx.orgId,
        id: runId,
        programme_id: programmeId,
        kind,
        file_name: safeName(input.fileName),
        file_sha256: createHash('sha256').update(input.bytes).digest('hex'),
        sheet: sheet === null ? null : cutText(sheet, 200),
        headers: JSON.stringify(headers),
        format: JSON.stringify({
          ...{ format, isTruncated: false, reading: readingOf(table) },
          ...{ enrols, source, unmatched },
        }),
        mapping: JSON.stringify(mapping),
        state: 'done',
        total: rows.length,
        progress: rows.length,
        counts: JSON.stringify(counts),
        started_by: ctx.actor.personId,
        created_at: now,
        finished_at: now,
      });
    }
    await audit({
      subject: ['import_run', input.isDryRun ? null : runId],
      changes: { kind, programmeId, isDryRun: input.isDryRun, ...counts },
    });
    const sheets = read.value.sheets.map(({ name }) => name);
    return { ...counts, problems, sheet, sheets, reading: readingOf(table) };
  },
});

const noHeaders =
  'No row looks like headers. Say with a mapping what “Column 1” and the others hold, or which row the headers are in.';

function givenMapping(
  kind: z.output<typeof targetSchema>['kind'],
  headers: readonly string[],
  given: unknown,
) {
  const parsed = parseColumnMapping(kind, headers, given);
  if (!parsed.ok) throw invalid({ mapping: parsed.message }, parsed.message);
  return parsed.value;
}
