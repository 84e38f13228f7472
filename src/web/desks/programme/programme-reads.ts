import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import {
  introducedNeeds,
  medianDays,
  openNeedsByArea,
} from '../../../modules/matching/open-needs/reads.ts';
import { mentorsOf, placesByArea } from '../../../modules/mentors/register/reads.ts';
import { recentDays, sessionsOfProgramme } from '../../../modules/sessions/log/reads.ts';
import type { Tx } from '../../../platform/database.ts';

const first = { search: '', sort: 'name', direction: 'asc', page: 1, pageSize: 1 } as const;

/**
 * The figures of a programme's first screen that are not outputs. What a list counts is asked of the list, so
 * that the number and what it opens cannot differ.
 */
export async function programmeFigures(
  tx: Tx,
  programme: { id: string; zone: string },
  today: CalendarDate,
) {
  const states = await sql<{
    applied: number;
    eligible: number;
    notEligible: number;
    closed: number;
    withMentor: number;
  }>`
    select
      count(*) filter (where n.state = 'applied') as applied,
      count(*) filter (where n.state = 'eligible') as eligible,
      count(*) filter (where n.state = 'not-eligible') as "notEligible",
      count(*) filter (where n.state = 'closed') as closed,
      count(*) filter (where exists (select 1 from match t
        where t.org_id = n.org_id and t.enrolment_id = n.id and t.end_cause is null)) as "withMentor"
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where n.programme_id = ${programme.id}::uuid and e.merged_into is null`.execute(tx);
  const [row] = states.rows;
  if (!row) throw new Error('an aggregate always gives a row');
  const live = await mentorsOf(tx, { ...first, filters: { state: 'live' } }, today);
  const introduced = await introducedNeeds(tx, programme.id);
  const sessions = async (attendance: string) => {
    const filters = { attendance, days: recentDays };
    const query = { ...first, sort: 'starts', filters };
    return (await sessionsOfProgramme(tx, programme.id, query, { today, zone: programme.zone }))
      .total;
  };
  return {
    ...row,
    liveMentors: live.total,
    freePlaces: live.free,
    held: await sessions('held'),
    missed: await sessions('missed'),
    introduced: introduced.length,
    medianIntroduction: medianDays(introduced),
  };
}

/** Open needs by area against the live mentors who know the area and their free places. */
export async function demandByArea(tx: Tx, programmeId: string, today: CalendarDate) {
  const needs = await openNeedsByArea(tx, programmeId);
  const known = await placesByArea(tx, today);
  return needs
    .map(({ area, needs: open }) => {
      const { mentors = 0, free = 0, places = 0 } = known.get(area) ?? {};
      return { area, needs: open, mentors, free, places };
    })
    .toSorted((a, b) => b.needs - b.places - (a.needs - a.places) || a.area.localeCompare(b.area));
}
