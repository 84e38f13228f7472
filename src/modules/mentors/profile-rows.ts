import { sql } from 'kysely';
import type { CalendarDate } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/database.ts';

/** Profiles of all organisations together that a process keeps; the least recently used go first. */
const mostKept = 10_000;

interface Kept {
  readonly print: string;
  readonly rows: readonly { readonly id: string }[];
}

const kept = new Map<string, Kept>();

/**
 * The profiles that `read` gives, from memory while no row behind them has changed. PostgreSQL marks every
 * version of a row with the transaction that wrote it, so the print of what this transaction sees tells apart
 * whatever somebody changed, by whichever way, and needs no step in any command.
 */
export async function unchangedProfiles<R extends { readonly id: string }>(
  tx: Tx,
  read: () => Promise<R[]>,
): Promise<readonly R[]> {
  const { org, print } = await printOf(tx);
  if (print === null) return read();
  const known = kept.get(org);
  kept.delete(org);
  if (known?.print === print) {
    kept.set(org, known);
    return known.rows as readonly R[];
  }
  // Read after the print: what is written in between is kept under an old print, which nobody finds again.
  const rows = await read();
  for (const row of rows) freeze(row);
  kept.set(org, { print, rows });
  forgetOldest();
  return rows;
}

/** Null in a transaction that has written: it marks every version of a row of its own alike. */
async function printOf(tx: Tx): Promise<{ org: string; print: string | null }> {
  const found = await sql<{ org: string; print: string | null }>`
    select current_org() as org, case when pg_current_xact_id_if_assigned() is null then
      concat_ws('/',
        count(*),
        sum(hash_record_extended(row(m.id, m.xmin::text, p.xmin::text, s.xmin::text), 0)::numeric),
        (select concat_ws('/', count(*),
            sum(hash_record_extended(row(x.mentor_id, x.area, x.xmin::text), 0)::numeric))
          from mentor_expertise x)) end as print
    from mentor m
    join person p on p.org_id = m.org_id and p.id = m.person_id
    left join supplier s on s.org_id = m.org_id and s.id = m.supplier_id`.execute(tx);
  const row = found.rows[0];
  if (!row) throw new Error('an aggregate has a row');
  return row;
}

/** They are shared between requests. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
}

function forgetOldest(): void {
  let count = 0;
  for (const { rows } of kept.values()) count += rows.length;
  for (const [org, { rows }] of kept) {
    if (count <= mostKept || kept.size === 1) return;
    kept.delete(org);
    count -= rows.length;
  }
}

export interface Load {
  liveMatches: number;
  offersOpen: number;
}

/** Mentors with a live match or an open offer, and how many of each. */
export async function loadsOf(tx: Tx, today: CalendarDate): Promise<ReadonlyMap<string, Load>> {
  const found = await sql<Load & { id: string }>`
    select l.id, sum(l.matches)::int as "liveMatches", sum(l.offers)::int as "offersOpen"
    from (
      select t.mentor_id as id, 1 as matches, 0 as offers from match t
      where t.end_cause is null and (upper_inf(t.during) or upper(t.during) > ${today}::date)
      union all
      select o.mentor_id, 0, 1 from offer o where o.state = 'pending') l
    group by l.id`.execute(tx);
  return new Map(found.rows.map(({ id, ...load }) => [id, load]));
}
