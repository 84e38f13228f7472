import { sql } from 'kysely';
import { type CalendarDate, dateInZone } from '../../../kernel/calendar.ts';
import { precondition } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/database.ts';
import type { ProgrammeGate } from '../../programmes/programme.ts';
import { type Programme, type RuleSetInForce, ruleSetInForceOf } from '../../programmes/reads.ts';
import type { SizeBand } from '../../programmes/rule-set.ts';
import { applicantFacts } from './applicant-facts.ts';
import { applicantOf, applicantsOf } from './applicant-rows.ts';
import { type Eligibility, type Override, overallEligibility, runTests } from './overall.ts';
import type { StatedFact, StatedKind } from './stated-fact.ts';
import { entryColumns, latestTestsOf, type TestEntry } from './stored-test-rows.ts';
import type { EligibilityTest } from './test-result.ts';

/** The assessment in force of each test that was looked at. */
export async function latestTests(tx: Tx, enrolmentId: string, zone: string) {
  return (
    (await latestTestsOf(tx, [enrolmentId], zone)).get(enrolmentId) ?? new Map<string, TestEntry>()
  );
}

/** Every assessment of one test, newest first. */
export async function historyOfTest(tx: Tx, enrolmentId: string, test: string, zone: string) {
  const rows = await sql<TestEntry>`
    select ${entryColumns(zone)}
    from eligibility_test t
    left join person p on p.org_id = t.org_id and p.id = t.decided_by
    where t.enrolment_id = ${enrolmentId}::uuid and t.test = ${test}
    order by t.decided_at desc, t.id desc
    limit 100`.execute(tx);
  return rows.rows;
}

export interface OverrideRow {
  id: string;
  test: EligibilityTest;
  reason: string;
  requestedBy: string;
  requestedByName: string;
  requestedAt: string;
  approvedBy: string | null;
  answeredByName: string | null;
  answeredAt: string | null;
  isRefused: boolean;
  answer: string | null;
}

/** Requests to set a test aside, newest first. */
export async function overridesOf(tx: Tx, enrolmentId: string): Promise<OverrideRow[]> {
  return (await overridesOfEach(tx, [enrolmentId])).get(enrolmentId) ?? [];
}

/** The same of several enrolments at once, by enrolment. */
export async function overridesOfEach(tx: Tx, enrolmentIds: readonly string[]) {
  const rows = await sql<OverrideRow & { enrolmentId: string }>`
    select o.enrolment_id as "enrolmentId", o.id, o.test, o.reason, o.requested_by as "requestedBy", q.name as "requestedByName",
      o.requested_at as "requestedAt", o.approved_by as "approvedBy", a.name as "answeredByName",
      coalesce(o.approved_at, o.refused_at) as "answeredAt",
      o.refused_at is not null as "isRefused", o.answer
    from eligibility_override o
    join person q on q.org_id = o.org_id and q.id = o.requested_by
    left join person a on a.org_id = o.org_id and a.id = coalesce(o.approved_by, o.refused_by)
    where o.enrolment_id = any(${[...enrolmentIds]}::uuid[])
    order by o.requested_at desc, o.id desc`.execute(tx);
  return Map.groupBy(rows.rows, ({ enrolmentId }) => enrolmentId);
}

/** What an applicant stated of one kind and nobody has answered, in the order of the statement. */
export async function statedFactsOf(
  tx: Tx,
  enrolmentId: string,
  kind: StatedKind,
): Promise<StatedFact[]> {
  const rows = await tx
    .selectFrom('stated_fact')
    .select(['id', 'words', 'stated_on as statedOn'])
    .where('enrolment_id', '=', enrolmentId)
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, kind }));
}

/** Local authorities of the programme's area, by name. */
export async function areaOf(tx: Tx, programmeId: string) {
  return tx
    .selectFrom('programme_area')
    .select(['authority_code as code', 'authority_name as name'])
    .where('programme_id', '=', programmeId)
    .orderBy('authority_name')
    .execute();
}

/** The same of the programme in which an enrolment is. */
export async function areaOfEnrolment(tx: Tx, enrolmentId: string) {
  const found = await tx
    .selectFrom('enrolment')
    .select('programme_id as programmeId')
    .where('id', '=', enrolmentId)
    .executeTakeFirst();
  return found ? areaOf(tx, found.programmeId) : [];
}

/** What the tests ask of the programme. */
export async function gateOf(tx: Tx, programme: Programme): Promise<ProgrammeGate> {
  return {
    name: programme.name,
    area: await areaOf(tx, programme.id),
    remit: { divisions: programme.sic_divisions, description: programme.remit_description },
    sizeBands: programme.size_bands as SizeBand[],
    tradingAge: {
      atLeastMonths: programme.trading_at_least_months,
      belowMonths: programme.trading_below_months,
      potentialEntrepreneurs: programme.takes_potential_entrepreneurs,
    },
    businessSalesAtLeast: programme.business_sales_at_least,
  };
}

/** The rule set that decides on the day; without one nothing can be decided. */
export async function rulesFor(
  tx: Tx,
  programme: Programme,
  on: CalendarDate,
): Promise<RuleSetInForce> {
  const rules = await ruleSetInForceOf(tx, programme.id, on);
  if (!rules) {
    throw precondition(
      `${programme.name} has no rule set in force. A manager has to adopt one first.`,
    );
  }
  return rules;
}

/** All tests of an enrolment worked out from what is known on the day, with the overall answer. */
export async function eligibilityOn(
  tx: Tx,
  enrolment: { id: string; enterpriseId: string },
  programme: Programme,
  on: CalendarDate,
) {
  const rules = await rulesFor(tx, programme, on);
  const applicant = await applicantOf(tx, enrolment, programme.zone);
  const gate = await gateOf(tx, programme);
  const results = runTests(applicantFacts(applicant, rules.ruleSet, on), rules.ruleSet, gate);
  const overrides = await overridesOf(tx, enrolment.id);
  const overall = overallEligibility(results, notRefused(overrides, programme.zone));
  return { rules, applicant, gate, results, overrides, overall };
}

function notRefused(rows: readonly OverrideRow[], zone: string): Override[] {
  return rows
    .filter((row) => !row.isRefused)
    .map(({ test, reason, requestedBy, requestedAt, approvedBy }) => {
      const requestedOn = dateInZone(requestedAt, zone);
      return { test, reason, requestedBy, requestedOn, approvedBy };
    });
}

export interface UndecidedApplicant {
  enrolmentId: string;
  enterpriseId: string;
  enterprise: string;
  appliedOn: CalendarDate;
  source: string;
  hasAdviser: boolean;
  /** What the tests say so far; null while the programme has no rule set in force. */
  overall: Eligibility | null;
}

/** Whoever waits longer than these is counted only, so that a list of hundreds costs no more than one of a few. */
const mostAssessed = 8;

/** Applicants about whom nobody has decided, the longest waiting first, the first few with what is missing. */
export async function undecidedApplicants(
  tx: Tx,
  programme: Programme,
  adviserId: string | null,
  today: CalendarDate,
): Promise<{ first: UndecidedApplicant[]; total: number }> {
  const found = await sql<Omit<UndecidedApplicant, 'overall'> & { total: number }>`
    select n.id as "enrolmentId", e.id as "enterpriseId", e.name as enterprise,
      n.applied_on as "appliedOn", n.source, n.adviser_id is not null as "hasAdviser",
      (count(*) over ())::int as total
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where n.programme_id = ${programme.id}::uuid and n.state = 'applied'
      ${adviserId === null ? sql`` : sql`and (n.adviser_id = ${adviserId}::uuid or n.adviser_id is null)`}
    order by n.applied_on, e.name, n.id
    limit ${mostAssessed}`.execute(tx);
  const rules = await ruleSetInForceOf(tx, programme.id, today);
  const gate = await gateOf(tx, programme);
  const ids = found.rows.map(({ enrolmentId: id, enterpriseId }) => ({ id, enterpriseId }));
  const applicants = rules ? await applicantsOf(tx, ids, programme.zone) : new Map<string, never>();
  const overrides = await overridesOfEach(
    tx,
    ids.map(({ id }) => id),
  );
  const first = found.rows.map((line): UndecidedApplicant => {
    const { enrolmentId, enterpriseId, enterprise, appliedOn, source, hasAdviser } = line;
    const row = { enrolmentId, enterpriseId, enterprise, appliedOn, source, hasAdviser };
    const applicant = applicants.get(row.enrolmentId);
    if (!rules || !applicant) return { ...row, overall: null };
    const facts = applicantFacts(applicant, rules.ruleSet, today);
    const asked = notRefused(overrides.get(row.enrolmentId) ?? [], programme.zone);
    return { ...row, overall: overallEligibility(runTests(facts, rules.ruleSet, gate), asked) };
  });
  return { first, total: found.rows[0]?.total ?? 0 };
}
