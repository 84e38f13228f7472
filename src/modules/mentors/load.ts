import { sql } from 'kysely';
import type { CalendarDate } from '../../kernel/calendar.ts';
import type { MentorLoad } from './mentor.ts';

/** Columns `liveMatches` and `offersOpen` of the mentor row `m`, in every programme together. */
export function loadColumns(today: CalendarDate) {
  return sql`
    (select count(*)::int from match t
      where t.org_id = m.org_id and t.mentor_id = m.id and t.end_cause is null
        and (upper_inf(t.during) or upper(t.during) > ${today}::date)) as "liveMatches",
    (select count(*)::int from offer o
      where o.org_id = m.org_id and o.mentor_id = m.id and o.state = 'pending') as "offersOpen"`;
}

/** Counts of a row as the pure rule takes them. */
export function loadOf(row: {
  places: number;
  liveMatches: number;
  offersOpen: number;
}): MentorLoad {
  return {
    agreedPlaces: row.places,
    liveMatches: row.liveMatches,
    offersOpen: row.offersOpen,
    heldForEvents: 0,
    otherProgrammes: 0,
  };
}
