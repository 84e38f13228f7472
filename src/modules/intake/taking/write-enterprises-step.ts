import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { fieldLabel } from '../import/column-map.ts';
import { type Change, storedFromDraft, withChanges } from '../import/enterprise-changes.ts';
import type { ContactDraft, EnterpriseDraft } from '../import/enterprise-draft.ts';
import { type Entrant, enrolFirms } from '../../enterprises/enrol-step.ts';
import { programmeById } from '../../programmes/reads.ts';
import { reachOf } from '../../programmes/reach/reads.ts';
import { addContacts, type NewContact } from './contacts-step.ts';
import { columnsOfFirm, enterpriseColumnTypes } from './enterprise-columns.ts';
import type { Clashes, TakenRow } from './planned-row.ts';
import { type KnownEnterprise, lockedEnterprises } from './stored-enterprise-rows.ts';
import { planAnew } from './replan-step.ts';
import type { ImportTarget } from './target.ts';

type Row = TakenRow<EnterpriseDraft>;

/** Fields of a change that are no field of the firm's own row. */
const besideTheRow = new Set(['contact', 'enrolment', 'registerCheckedOn']);
const figureFields = new Set(['staffHundredths', 'turnover', 'yearEndsOn']);

const names = Object.keys(enterpriseColumnTypes).join(', ');
const typed = Object.entries(enterpriseColumnTypes)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');
const assignments = Object.keys(enterpriseColumnTypes)
  .filter((name) => name !== 'id')
  .map((name) => `${name} = r.${name}`)
  .join(', ');

/**
 * Writes rows of firms in a handful of statements, whatever their number. A row whose firm somebody changed
 * since the check, or whose company number was given meanwhile, is not written and comes back with a reason.
 */
export async function writeEnterprises(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  rows: readonly Row[],
): Promise<Clashes> {
  const today = ctx.clock.today(ctx.org.zone);
  const clashes: Clashes = new Map();
  const made = await insertFirms(tx, ctx, target, rows, today, clashes);
  const changed = await updateFirms(tx, ctx, target, rows, today, clashes);
  const written = rows.filter(({ row }) => !clashes.has(row));
  const firmOf = new Map([...made, ...changed].map((firm) => [firm.id, firm]));
  const programmeId = target.enrols ? target.programmeId : null;
  if (programmeId !== null && firmOf.size > 0) {
    const programme = await programmeById(tx, programmeId);
    const entrants = entrantsOf(written, firmOf);
    await enrolFirms(tx, ctx, programme, { source: 'import' }, entrants);
  }
  await addContacts(tx, ctx, written.flatMap(contactOf));
  await insertFigures(tx, ctx, programmeId, written, today);
  return clashes;
}

/** The firms that become applicants, with who looks after them; of several rows of one the first says. */
function entrantsOf(rows: readonly Row[], firms: ReadonlyMap<string, Entrant>): Entrant[] {
  const entrants = new Map<string, Entrant>();
  for (const { subjectId, draft } of rows) {
    const firm = firms.get(subjectId);
    if (!firm || draft.standing === 'on-record' || entrants.has(subjectId)) continue;
    entrants.set(subjectId, {
      ...{ id: firm.id, tradingSince: firm.tradingSince, incorporatedOn: firm.incorporatedOn },
      ...{ adviserId: draft.adviser?.id ?? null, appliedOn: draft.enrolledOn },
    });
  }
  return [...entrants.values()];
}

async function insertFirms(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  rows: readonly Row[],
  today: string,
  clashes: Clashes,
) {
  const creates = rows.filter(({ outcome }) => outcome === 'create');
  if (creates.length === 0) return [];
  const firms = creates.map(({ subjectId, draft }) =>
    storedFromDraft(subjectId, draft, target.source),
  );
  const checkedOn = target.source === 'register' ? today : null;
  const columns = JSON.stringify(firms.map((firm) => columnsOfFirm(firm, checkedOn)));
  const inserted = await sql<{ id: string }>`
    insert into enterprise (org_id, ${sql.raw(names)})
    select ${ctx.orgId}::uuid, r.* from jsonb_to_recordset(${columns}::jsonb) as r(${sql.raw(typed)})
    on conflict do nothing
    returning id`.execute(tx);
  await planAnew(tx, inserted.rows.length);
  const ids = new Set(inserted.rows.map(({ id }) => id));
  for (const { row, subjectId } of creates) {
    if (!ids.has(subjectId)) {
      clashes.set(row, 'Another firm on record has this company number. Merge the two instead.');
    }
  }
  return firms.filter(({ id }) => ids.has(id));
}

async function updateFirms(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  rows: readonly Row[],
  today: string,
  clashes: Clashes,
) {
  const updates = rows.filter(({ outcome }) => outcome === 'update');
  const firms = await lockedEnterprises(
    tx,
    [...new Set(updates.map((row) => row.subjectId))],
    reachOf(ctx.actor),
  );
  const numbers = await numbersTaken(tx, updates);
  const changed = new Set<string>();
  for (const { row, subjectId, changes } of updates) {
    const firm = firms.get(subjectId);
    const reason = firm
      ? reasonAgainst(firm, changes, numbers)
      : 'Its firm is no longer on record.';
    if (firm === undefined || reason !== null) {
      clashes.set(row, reason ?? '');
      continue;
    }
    const own = changes.filter(({ field }) => !besideTheRow.has(field));
    const next = { ...firm, ...withChanges(firm, own) };
    if (target.source === 'register') next.registerCheckedOn = today;
    firms.set(subjectId, next);
    changed.add(subjectId);
  }
  const written = [...firms.values()].filter(({ id }) => changed.has(id));
  await saveFirms(tx, ctx, written);
  return written;
}

/** Writes known firms as they are now, each with its version counted up. */
export async function saveFirms(
  tx: Tx,
  ctx: Ctx,
  firms: readonly KnownEnterprise[],
): Promise<void> {
  if (firms.length === 0) return;
  const columns = JSON.stringify(firms.map((firm) => columnsOfFirm(firm, firm.registerCheckedOn)));
  await sql`
    update enterprise e set ${sql.raw(assignments)}, version = e.version + 1
    from jsonb_to_recordset(${columns}::jsonb) as r(${sql.raw(typed)})
    where e.org_id = ${ctx.orgId}::uuid and e.id = r.id`.execute(tx);
}

/** Whether a change is one of the firm's own row. */
export function isOfTheRow({ field }: Pick<Change, 'field'>): boolean {
  return !besideTheRow.has(field);
}

/** Company numbers that rows want to give and that are some firm's already, with that firm's id. */
async function numbersTaken(tx: Tx, updates: readonly Row[]): Promise<Map<string, string>> {
  const wanted = updates.flatMap(({ changes }) =>
    changes.filter(({ field }) => field === 'companyNumber').map(({ to }) => String(to)),
  );
  if (wanted.length === 0) return new Map();
  const found = await sql<{ number: string; id: string }>`
    select e.company_number as number, e.id from enterprise e
    where e.company_number = any(${wanted}::text[]) and e.merged_into is null`.execute(tx);
  return new Map(found.rows.map(({ number, id }) => [number, id]));
}

function reasonAgainst(
  firm: KnownEnterprise,
  changes: readonly Change[],
  numbers: Map<string, string>,
): string | null {
  for (const { field, from, to } of changes) {
    if (besideTheRow.has(field) || figureFields.has(field)) continue;
    const now = firm[field as keyof KnownEnterprise];
    if (!isSame(now, from) && !isSame(now, to)) {
      const label = fieldLabel('enterprises', field);
      return `Somebody changed this firm after the check (${label}). Check the list again.`;
    }
    if (field !== 'companyNumber') continue;
    const owner = numbers.get(String(to));
    if (owner !== undefined && owner !== firm.id) {
      return 'Another firm on record has this company number.';
    }
    numbers.set(String(to), firm.id);
  }
  return null;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function contactOf({ outcome, draft, changes, subjectId }: Row): NewContact[] {
  const contact =
    outcome === 'create'
      ? draft.contact
      : ((changes.find(({ field }) => field === 'contact')?.to ?? null) as ContactDraft | null);
  return contact === null
    ? []
    : [
        {
          ...contact,
          ...{ enterpriseId: subjectId, personId: null, isLead: false },
          isFirst: outcome === 'create',
        },
      ];
}

/** Figures are added, never overwritten; a list that names no year speaks of the day it was taken in. */
async function insertFigures(
  tx: Tx,
  ctx: Ctx,
  programmeId: string | null,
  rows: readonly Row[],
  today: string,
): Promise<void> {
  const figures = rows.flatMap((row) => figuresOf(row, today));
  if (figures.length === 0) return;
  await sql`
    insert into measure (org_id, id, enterprise_id, enrolment_id, kind, amount, currency,
      year_ends_on, source, recorded_by, recorded_at)
    select ${ctx.orgId}::uuid, r.id, r.enterprise_id, n.id, r.kind, r.amount, r.currency,
      r.year_ends_on, 'import', ${ctx.actor.personId}::uuid, ${ctx.clock.now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb)
      as r(id uuid, enterprise_id uuid, kind text, amount bigint, currency text, year_ends_on date)
    left join enrolment n on n.org_id = ${ctx.orgId}::uuid
      and n.programme_id = ${programmeId}::uuid and n.enterprise_id = r.enterprise_id`.execute(tx);
}

function figuresOf({ outcome, draft, changes, subjectId }: Row, today: string) {
  const changed = new Set(changes.map(({ field }) => field));
  const isMeant = (field: string) =>
    outcome === 'create' || changed.has(field) || changed.has('yearEndsOn');
  const base = { enterprise_id: subjectId, year_ends_on: draft.yearEndsOn ?? today };
  const { staffHundredths, turnover } = draft;
  return [
    ...(staffHundredths !== null && isMeant('staffHundredths')
      ? [{ ...base, id: newId(), kind: 'staff', amount: staffHundredths, currency: null }]
      : []),
    ...(turnover !== null && isMeant('turnover')
      ? [
          {
            ...base,
            id: newId(),
            kind: 'turnover',
            amount: turnover.minor,
            currency: turnover.currency,
          },
        ]
      : []),
  ];
}
