import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { TableFormat } from '../../../platform/spreadsheets/table.ts';
import { areaOf } from '../../enterprises/eligibility/reads.ts';
import { foldCase, squash } from '../../../kernel/text.ts';
import { advisersOf } from '../../enterprises/reads.ts';
import { headersOfAnother } from '../import/second-list.ts';
import type { ColumnMapping } from '../import/column-map.ts';
import type { EnterpriseDraft } from '../import/enterprise-draft.ts';
import type { MentorDraft } from '../import/mentor-row.ts';
import type { PersonDraft } from '../import/person-row.ts';
import { type Adviser, importContext, type ImportRow } from '../import/import-context.ts';
import { decideEnterpriseRows } from './decide-enterprises-step.ts';
import { decideMentorRows } from './decide-mentors-step.ts';
import { decidePeopleRows } from './decide-people-step.ts';
import { type Clashes, type PlannedRow, planRows, type TakenRow } from './planned-row.ts';
import { eachRow, numberOf } from './run-fault.ts';
import type { ImportTarget } from './target.ts';
import { writeEnterprises } from './write-enterprises-step.ts';
import { writeMentors } from './write-mentors-step.ts';
import { writePeople } from './write-people-step.ts';

/** A list as it came, with what its columns mean. */
export interface MappedList {
  headers: readonly string[];
  mapping: ColumnMapping;
  format: TableFormat;
  rows: readonly ImportRow[];
}

/** What taking each row would do, compared with what is on record now. Writes nothing. */
export async function decideList(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  list: MappedList,
): Promise<PlannedRow<unknown>[]> {
  const context = importContext(list.headers, list.mapping, list.rows, {
    source: target.source,
    currency: ctx.org.currency,
    today: ctx.clock.today(ctx.org.zone),
    zone: ctx.org.zone,
    area: await areaNames(tx, target.programmeId),
    format: list.format,
    secondListAt: await secondListAt(target, list),
    advisers: await advisersByName(tx, target.programmeId, ctx.clock.now()),
  });
  if (target.kind === 'enterprises') {
    return planRows(await decideEnterpriseRows(tx, ctx, target, context, list.rows));
  }
  if (target.kind === 'people') {
    return planRows(await decidePeopleRows(tx, target.programmeId, context, list.rows));
  }
  return planRows(await decideMentorRows(tx, context, list.rows));
}

async function areaNames(tx: Tx, programmeId: string | null): Promise<Map<string, string>> {
  const area = programmeId === null ? [] : await areaOf(tx, programmeId);
  return new Map(area.map(({ code, name }) => [name.toLowerCase(), code]));
}

/** Row number of the headers of another list below this one. */
async function secondListAt({ kind }: ImportTarget, list: MappedList): Promise<number | null> {
  const isAnother = headersOfAnother(kind, list.headers);
  const found = await eachRow(list.rows, numberOf, (row) => (isAnother(row) ? row.number : null));
  return found.find((number) => number !== null) ?? null;
}

/** A name that two advisers have names nobody. */
async function advisersByName(
  tx: Tx,
  programmeId: string | null,
  now: string,
): Promise<Map<string, Adviser>> {
  const advisers = programmeId === null ? [] : await advisersOf(tx, programmeId, now);
  const byName = Map.groupBy(advisers, ({ name }) => foldCase(squash(name)));
  return new Map(
    [...byName].flatMap(([name, [one, ...others]]) =>
      one !== undefined && others.length === 0 ? [[name, one] as const] : [],
    ),
  );
}

/** Writes rows as they were decided; gives those that could not be written after all. */
export async function writeRows(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  rows: readonly TakenRow<unknown>[],
): Promise<Clashes> {
  if (rows.length === 0) return new Map();
  if (target.kind === 'enterprises') {
    return writeEnterprises(tx, ctx, target, rows as TakenRow<EnterpriseDraft>[]);
  }
  if (target.kind === 'people') return writePeople(tx, ctx, rows as TakenRow<PersonDraft>[]);
  return writeMentors(tx, ctx, target, rows as TakenRow<MentorDraft>[]);
}
