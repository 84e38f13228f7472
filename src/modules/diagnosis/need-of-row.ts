import type { CalendarDate } from '../../kernel/calendar.ts';
import type { AreaKey } from '../programmes/area.ts';
import type { Need, NeedResult } from './need.ts';

interface Row {
  area: string;
  detail: string;
  seen_by: string;
  opened_on: CalendarDate;
  introduced_on: CalendarDate | null;
  waits_since: CalendarDate | null;
  closed_on: CalendarDate | null;
  result: string | null;
}

/** A row as the pure rules take it; the table's checks keep the words to those of the rules. */
export function asNeed(row: Row): Need {
  return {
    area: row.area as AreaKey,
    detail: row.detail,
    seenBy: row.seen_by as Need['seenBy'],
    openedOn: row.opened_on,
    introducedOn: row.introduced_on,
    waitsSince: row.waits_since,
    closedOn: row.closed_on,
    result: row.result as NeedResult | null,
  };
}
