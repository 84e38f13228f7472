import { type RawBuilder, sql } from 'kysely';
import { normaliseName } from '../../../kernel/text.ts';
import type { Tx } from '../../../platform/database.ts';
import type { RowDecision } from '../import/duplicates.ts';
import type { ReadRow } from '../import/enterprise-row.ts';
import { decidePeople } from '../import/people-duplicates.ts';
import { type PersonDraft, readPersonRow } from '../import/person-row.ts';
import type { ImportContext, ImportRow } from '../import/import-context.ts';
import { quote } from '../import/row-reader.ts';
import { eachRow, numberOf } from './run-fault.ts';

/**
 * Reads rows of people, finds their firm on record, and decides what taking each would do. A list of one
 * programme neither reaches the firms of others nor corrects their people.
 */
export async function decidePeopleRows(
  tx: Tx,
  programmeId: string | null,
  context: ImportContext,
  rows: readonly ImportRow[],
): Promise<RowDecision<PersonDraft>[]> {
  const read = await eachRow(rows, numberOf, (row) => readPersonRow(context, row));
  const firms = await firmsNamed(tx, programmeId, read);
  const placed = read.map((row) => withFirm(row, firms));
  const people = await peopleOnRecord(tx, programmeId);
  const decisions = decidePeople(
    placed.map(({ row, firmId }) =>
      row.draft === null || firmId === null
        ? row
        : { ...row, draft: { ...row.draft, firmIds: [firmId] } },
    ),
    people.map((known) => {
      const { isKept: _, ...person } = known;
      return person;
    }),
    ['name', 'email', 'phone'],
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  return decisions.map((decision, at) => {
    const firmId = placed[at]?.firmId ?? null;
    const person = decision.matchId === null ? undefined : byId.get(decision.matchId);
    return withPlace(withoutOverruling(decision, person?.isKept ?? false), firmId, person);
  });
}

interface Firms {
  byNumber: Map<string, string>;
  /** Ids of the firms with a reduced name. */
  byName: Map<string, string[]>;
}

/** Whether the firm `id` is on the programme, or on none. */
function isWithinReach(id: RawBuilder<unknown>, programmeId: string | null) {
  return sql`(${programmeId}::uuid is null
    or not exists (select from enrolment n where n.enterprise_id = ${id})
    or exists (select from enrolment n where n.enterprise_id = ${id}
      and n.programme_id = ${programmeId}::uuid))`;
}

async function firmsNamed(
  tx: Tx,
  programmeId: string | null,
  rows: readonly ReadRow<PersonDraft>[],
): Promise<Firms> {
  const drafts = rows.map(({ draft }) => draft).filter((draft) => draft !== null);
  const numbers = drafts.map((draft) => draft.companyNumber).filter((one) => one !== null);
  const names = drafts
    .map((draft) => draft.enterpriseName)
    .filter((name) => name !== null)
    .map(normaliseName);
  const found = await sql<{ id: string; number: string | null; name: string }>`
    select e.id, e.company_number as number, e.name_key as name
    from enterprise e
    where e.merged_into is null and ${isWithinReach(sql`e.id`, programmeId)}
      and (e.company_number = any(${numbers}::text[]) or e.name_key = any(${names}::text[]))`.execute(
    tx,
  );
  const firms: Firms = { byNumber: new Map(), byName: new Map() };
  for (const { id, number, name } of found.rows) {
    if (number !== null) firms.byNumber.set(number, id);
    firms.byName.set(name, [...(firms.byName.get(name) ?? []), id]);
  }
  return firms;
}

function withFirm(
  row: ReadRow<PersonDraft>,
  firms: Firms,
): { row: ReadRow<PersonDraft>; firmId: string | null } {
  const { draft } = row;
  if (draft === null || (draft.companyNumber === null && draft.enterpriseName === null)) {
    return { row, firmId: null };
  }
  const named = firms.byName.get(normaliseName(draft.enterpriseName ?? '')) ?? [];
  const firmId =
    draft.companyNumber === null
      ? named.length === 1
        ? (named[0] ?? null)
        : null
      : (firms.byNumber.get(draft.companyNumber) ?? null);
  if (firmId !== null) return { row, firmId };
  const what = quote(draft.enterpriseName ?? draft.companyNumber ?? '');
  const message =
    named.length > 1
      ? `Several firms on record are called ${what}. Add the company number.`
      : `No firm on record is ${what}. Import the enterprises first.`;
  const problem = {
    row: row.row,
    column: null,
    code: 'enterprise-unknown',
    message,
    isRefusal: true,
  } as const;
  return { row: { ...row, draft: null, problems: [...row.problems, problem] }, firmId: null };
}

interface KnownPerson extends PersonDraft {
  id: string;
  /** Has an account, or belongs to firms of other programmes only: not this list's to correct. */
  isKept: boolean;
  firmIds: string[];
}

async function peopleOnRecord(tx: Tx, programmeId: string | null): Promise<KnownPerson[]> {
  const found = await sql<Omit<KnownPerson, keyof Unplaced> & Pick<PersonDraft, 'name'>>`
    select p.id, p.name, p.email, p.phone,
      p.user_id is not null or (
        exists (select from enterprise_person x where x.org_id = p.org_id and x.person_id = p.id)
        and not exists (select from enterprise_person x
          where x.org_id = p.org_id and x.person_id = p.id
            and ${isWithinReach(sql`x.enterprise_id`, programmeId)})) as "isKept",
      array(select x.enterprise_id::text from enterprise_person x
        where x.org_id = p.org_id and x.person_id = p.id and x.to_on is null) as "firmIds"
    from person p
    where p.removed_at is null`.execute(tx);
  return found.rows.map((person) => ({ ...person, ...unplaced }) as KnownPerson);
}

const unplaced = { position: null, enterpriseName: null, companyNumber: null, isLead: false };
type Unplaced = typeof unplaced;

/** Somebody with an account says what they are called and where they can be reached; a list does not. */
function withoutOverruling<D>(decision: RowDecision<D>, isKept: boolean): RowDecision<D> {
  if (!isKept) return decision;
  const changes = decision.changes.filter(({ from }) => from === null);
  const outcome =
    decision.outcome === 'update' && changes.length === 0 ? 'unchanged' : decision.outcome;
  return { ...decision, changes, outcome };
}

function withPlace(
  decision: RowDecision<PersonDraft>,
  firmId: string | null,
  person: KnownPerson | undefined,
): RowDecision<PersonDraft> {
  const isPlaced = firmId === null || person?.firmIds.includes(firmId) === true;
  if (isPlaced || decision.outcome === 'rejected') return decision;
  if (person === undefined && decision.sameAsRow !== null && decision.outcome === 'unchanged') {
    return decision;
  }
  const outcome = decision.outcome === 'unchanged' ? 'update' : decision.outcome;
  const changes = [...decision.changes, { field: 'enterprise', from: null, to: firmId }];
  return { ...decision, outcome, changes };
}
