import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import type { AreaKey } from '../../programmes/area.ts';
import type { ActionOwner, ActionState } from './action.ts';

export interface ActionLine {
  id: string;
  title: string;
  owner: ActionOwner;
  dueOn: CalendarDate | null;
  measure: string;
  state: ActionState;
  endedOn: CalendarDate | null;
  needId: string | null;
  needArea: AreaKey | null;
  createdBy: string | null;
}

const columns = sql`a.id, a.title, a.owner, a.due_on as "dueOn", a.measure, a.state,
  a.ended_on as "endedOn", a.need_id as "needId", d.area as "needArea", p.name as "createdBy"`;

const joins = sql`left join need d on d.org_id = a.org_id and d.id = a.need_id
  left join person p on p.org_id = a.org_id and p.id = a.created_by`;

const order = sql`a.state <> 'open', case when a.state = 'open' then a.due_on end nulls last,
  a.ended_on desc, a.created_at, a.id`;

/** The action plan of one firm: open actions by date, then what was done or dropped, the latest first. */
export async function actionsOf(tx: Tx, enrolmentId: string): Promise<ActionLine[]> {
  const found = await sql<ActionLine>`
    select ${columns}
    from action a ${joins}
    where a.enrolment_id = ${enrolmentId}::uuid
    order by ${order}`.execute(tx);
  return found.rows;
}

/** The same over the firms that a participant belongs to, with the firm's name. */
export async function actionsOfFirms(tx: Tx, enterpriseIds: readonly string[]) {
  const found = await sql<ActionLine & { enterprise: string }>`
    select ${columns}, e.name as enterprise
    from action a ${joins}
    join enrolment n on n.org_id = a.org_id and n.id = a.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where n.enterprise_id = any(${[...enterpriseIds]}::uuid[])
    order by e.name, ${order}
    limit 500`.execute(tx);
  return found.rows;
}
