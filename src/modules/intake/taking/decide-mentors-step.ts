import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { RowDecision } from '../import/duplicates.ts';
import type { ReadRow } from '../import/enterprise-row.ts';
import { type ExpertiseDraft, type MentorDraft, readMentorRow } from '../import/mentor-row.ts';
import { decidePeople } from '../import/people-duplicates.ts';
import type { ImportContext, ImportRow } from '../import/import-context.ts';
import { eachRow, numberOf } from './run-fault.ts';

/** What a list may change of a mentor. */
const compared = [
  ...(['name', 'email', 'phone', 'headline', 'story', 'supplierName', 'expertise'] as const),
  ...(['sectors', 'languages', 'meets', 'roles', 'stages', 'sizes', 'places'] as const),
  ...(['minutesPerMonth', 'authorityCodes', 'homePostcode', 'inductedOn', 'codeSignedOn'] as const),
  ...(['contractFrom', 'contractTo'] as const),
] as const;

/** Reads rows of mentors and decides what taking each would do. */
export async function decideMentorRows(
  tx: Tx,
  context: ImportContext,
  rows: readonly ImportRow[],
): Promise<RowDecision<MentorDraft>[]> {
  const read = await eachRow(rows, numberOf, (row) => sorted(readMentorRow(context, row)));
  const mentors = await mentorsOnRecord(tx);
  const verified = new Map(mentors.map(({ id, verifiedAreas }) => [id, verifiedAreas]));
  const stored = mentors.map((mentor) => {
    const { verifiedAreas: _, ...draft } = mentor;
    return draft;
  });
  const held = new Map(stored.map(({ id, expertise }) => [id, expertise]));
  return decidePeople(read, stored, compared).map((decision) => {
    const { matchId } = decision;
    if (matchId === null) return decision;
    return withNewExpertise(decision, held.get(matchId) ?? [], verified.get(matchId) ?? []);
  });
}

function sorted(row: ReadRow<MentorDraft>): ReadRow<MentorDraft> {
  const { draft } = row;
  if (draft === null) return row;
  const expertise = draft.expertise.toSorted((a, b) => a.area.localeCompare(b.area));
  return { ...row, draft: { ...draft, expertise } };
}

/** Only what is not held yet is a change; a list takes no area away and overrules no verified level. */
function withNewExpertise(
  decision: RowDecision<MentorDraft>,
  held: readonly ExpertiseDraft[],
  verifiedAreas: readonly string[],
): RowDecision<MentorDraft> {
  const changes = decision.changes.flatMap((change) => {
    if (change.field !== 'expertise') return [change];
    const to = (change.to as ExpertiseDraft[]).filter(
      (one) => !verifiedAreas.includes(one.area) && !held.some((own) => covers(own, one)),
    );
    return to.length === 0 ? [] : [{ ...change, to }];
  });
  const isNothing = decision.outcome === 'update' && changes.length === 0;
  return { ...decision, changes, outcome: isNothing ? 'unchanged' : decision.outcome };
}

function covers(own: ExpertiseDraft, other: ExpertiseDraft): boolean {
  return (
    own.area === other.area &&
    own.level === other.level &&
    other.topics.every((topic) => own.topics.includes(topic))
  );
}

type KnownMentor = MentorDraft & { id: string; verifiedAreas: string[] };

async function mentorsOnRecord(tx: Tx): Promise<KnownMentor[]> {
  const found = await sql<KnownMentor>`
    select m.id, p.name, p.email, p.phone, nullif(m.headline, '') as headline,
      nullif(m.story, '') as story, s.name as "supplierName",
      s.company_number as "supplierCompanyNumber", m.sectors, m.languages, m.meets, m.roles,
      m.stages, m.sizes, m.places, m.minutes_per_month as "minutesPerMonth",
      m.authority_codes as "authorityCodes", m.home_postcode as "homePostcode",
      m.inducted_on as "inductedOn", m.code_signed_on as "codeSignedOn", m.contract_from as "contractFrom",
      m.contract_to as "contractTo",
      coalesce((
        select json_agg(json_build_object('area', x.area, 'level', x.level, 'topics', x.topics)
          order by x.area collate "C")
        from mentor_expertise x
        where x.org_id = m.org_id and x.mentor_id = m.id), '[]') as expertise,
      array(select x.area from mentor_expertise x where x.org_id = m.org_id
        and x.mentor_id = m.id and x.evidence <> 'self-stated') as "verifiedAreas"
    from mentor m
    join person p on p.org_id = m.org_id and p.id = m.person_id
    left join supplier s on s.org_id = m.org_id and s.id = m.supplier_id
    where p.removed_at is null`.execute(tx);
  return found.rows;
}
