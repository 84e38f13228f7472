import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { StoredTest } from './stored-facts.ts';

/** A stored assessment with who made it. */
export interface TestEntry extends StoredTest {
  id: string;
  decidedByName: string | null;
  decidedAt: string;
}

/** What a page tells of an assessment `t` and of `p`, who made it. */
export const entryColumns = (zone: string) => sql`
  t.id, t.test, t.result, t.because, t.evidence, t.facts, t.decided_by as "decidedBy",
  p.name as "decidedByName", t.decided_at as "decidedAt",
  (t.decided_at at time zone ${zone})::date as "decidedOn"`;

/** The assessment in force of each test that was looked at, by enrolment. */
export async function latestTestsOf(tx: Tx, enrolmentIds: readonly string[], zone: string) {
  const rows = await sql<TestEntry & { enrolmentId: string }>`
    select distinct on (t.enrolment_id, t.test) t.enrolment_id as "enrolmentId", ${entryColumns(zone)}
    from eligibility_test t
    left join person p on p.org_id = t.org_id and p.id = t.decided_by
    where t.enrolment_id = any(${[...enrolmentIds]}::uuid[])
    order by t.enrolment_id, t.test, t.decided_at desc, t.id desc`.execute(tx);
  const found = new Map<string, Map<string, TestEntry>>();
  for (const { enrolmentId, ...row } of rows.rows) {
    const tests = found.get(enrolmentId) ?? new Map<string, TestEntry>();
    found.set(enrolmentId, tests.set(row.test, row));
  }
  return found;
}
