import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

/**
 * What an open need is, on every screen that counts them: of a supported firm, not closed, and nobody works on
 * it, or the mentor who does is to change. Reads the need as `d` and its enrolment as `n`.
 */
export const isOpenNeed = sql`(n.state = 'eligible' and d.state <> 'closed'
  and not exists (select 1 from match t
    where t.org_id = d.org_id and t.need_id = d.id and t.end_cause is null
      and not exists (select 1 from rematch r where r.org_id = t.org_id
        and r.match_id = t.id and r.settled_at is null)))`;

/** Open needs of a programme by area, the most first. */
export async function openNeedsByArea(tx: Tx, programmeId: string) {
  const found = await sql<{ area: string; needs: number }>`
    select d.area, count(*)::int as needs
    from need d
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    where n.programme_id = ${programmeId}::uuid and ${isOpenNeed}
    group by d.area
    order by count(*) desc, d.area`.execute(tx);
  return found.rows;
}

export interface IntroducedLine {
  needId: string;
  enrolmentId: string;
  enterprise: string;
  area: string;
  openedOn: string;
  introducedOn: string;
  days: number;
}

/** Each need of a programme that got an introduction, with the days it took, the longest first. */
export async function introducedNeeds(tx: Tx, programmeId: string): Promise<IntroducedLine[]> {
  const found = await sql<IntroducedLine>`
    select d.id as "needId", n.id as "enrolmentId", e.name as enterprise, d.area,
      d.opened_on as "openedOn", d.introduced_on as "introducedOn",
      d.introduced_on - d.opened_on as days
    from need d
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where n.programme_id = ${programmeId}::uuid and d.introduced_on is not null
    order by days desc, d.opened_on, d.id`.execute(tx);
  return found.rows;
}

/** The middle of the days it took, or the mean of the two in the middle; null without any. */
export function medianDays(lines: readonly { days: number }[]): number | null {
  const days = lines.map((line) => line.days).toSorted((a, b) => a - b);
  const upper = days[Math.floor(days.length / 2)];
  const lower = days[Math.ceil(days.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
