import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';

/** Something that one person recorded or asked for, and another has to agree to. */
export interface Waiting {
  kind: 'output' | 'correction' | 'override';
  id: string;
  enrolmentId: string;
  enterprise: string;
  since: Instant;
  askedById: string | null;
  askedBy: string | null;
  /** The indicator of an output, the figure of a correction, the test to be set aside. */
  what: string;
  /** Of an output in its unit; of a correction in its smallest unit. */
  amount: number | null;
  /** What is frozen now, of a correction. */
  before: number | null;
  achievedOn: CalendarDate | null;
  hasWords: boolean;
  hasDocument: boolean;
}

/** Which kinds the reader may decide. */
export type Decides = Readonly<Record<Waiting['kind'], boolean>>;

/** What waits for a second person in a programme, of the kinds that the reader decides. One query. */
export async function waitingIn(tx: Tx, programmeId: string, decides: Decides): Promise<Waiting[]> {
  const found = await sql<Waiting>`
    select w.*, e.name as enterprise, p.name as "askedBy"
    from (
      select 'output' as kind, o.id, o.enrolment_id as "enrolmentId", o.recorded_at as since,
        o.recorded_by as "askedById", o.indicator as what, o.value as amount,
        null::bigint as before, o.achieved_on as "achievedOn",
        o.statement <> '' as "hasWords", o.document_id is not null as "hasDocument"
      from output o
      where ${decides.output} and o.programme_id = ${programmeId}::uuid
        and o.state in ('recorded', 'evidence-complete')
      union all
      select 'correction', c.id, c.enrolment_id, c.asked_at, c.asked_by, c.kind, c.amount, c.before,
        null, true, false
      from baseline_correction c
      where ${decides.correction} and c.answered_at is null
      union all
      select 'override', v.id, v.enrolment_id, v.requested_at, v.requested_by, v.test, null, null,
        null, true, false
      from eligibility_override v
      where ${decides.override} and v.approved_at is null and v.refused_at is null
    ) w
    join enrolment n on n.id = w."enrolmentId" and n.programme_id = ${programmeId}::uuid
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    left join person p on p.org_id = n.org_id and p.id = w."askedById"
    order by w.since, w.id`.execute(tx);
  return found.rows;
}
