import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import { loadColumns } from '../reads.ts';

export const mentorSorts = ['name', 'state', 'free', 'places'] as const;
type MentorSort = (typeof mentorSorts)[number];

export const mentorFilters = ['state', 'area', 'place'] as const;

export interface MentorListQuery {
  search: string;
  sort: string;
  direction: 'asc' | 'desc';
  /** First page is 1. */
  page: number;
  pageSize: number;
  filters: Readonly<Partial<Record<(typeof mentorFilters)[number], string>>>;
}

export interface MentorLine {
  id: string;
  name: string;
  headline: string;
  state: string;
  places: number;
  liveMatches: number;
  offersOpen: number;
  areas: { area: string; level: number }[];
  pausedUntil: CalendarDate | null;
  inductedOn: CalendarDate | null;
  codeSignedOn: CalendarDate | null;
  email: string | null;
  total: number;
  /** Free places of all that are found. */
  free: number;
}

const orders: Record<MentorSort, ReturnType<typeof sql>> = {
  name: sql`x.name`,
  state: sql`x.state`,
  free: sql`x.places - x."liveMatches" - x."offersOpen"`,
  places: sql`x.places`,
};

/** One page of the organisation's mentors, narrowed and sorted; each row carries how many there are in all. */
export async function mentorsOf(
  tx: Tx,
  query: MentorListQuery,
  today: CalendarDate,
): Promise<{ rows: MentorLine[]; total: number; free: number }> {
  const order = orders[query.sort as MentorSort] ?? orders.name;
  const direction = query.direction === 'desc' ? sql`desc` : sql`asc`;
  const { state, area, place } = query.filters;
  const like = `%${query.search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const found = await sql<MentorLine>`
    with x as (
      select m.id, p.name, p.email, m.headline, m.state, m.places, m.paused_until as "pausedUntil",
        m.inducted_on as "inductedOn", m.code_signed_on as "codeSignedOn",
        coalesce((
          select jsonb_agg(jsonb_build_object('area', e.area, 'level', e.level)
            order by e.level desc, e.area)
          from mentor_expertise e
          where e.org_id = m.org_id and e.mentor_id = m.id), '[]') as areas,
        ${loadColumns(today)}
      from mentor m
      join person p on p.org_id = m.org_id and p.id = m.person_id
      where ${state ? sql`m.state = ${state}` : sql`m.state <> 'left'`}
        and (${query.search} = '' or p.name ilike ${like} or m.headline ilike ${like}
          or exists (select 1 from unnest(m.sectors) s where s ilike ${like}))
        ${
          area
            ? sql`and exists (select 1 from mentor_expertise e
                where e.org_id = m.org_id and e.mentor_id = m.id and e.area = ${area}
                  and e.level >= 2)`
            : sql``
        })
    select x.*, count(*) over ()::int as total,
      (sum(greatest(x.places - x."liveMatches" - x."offersOpen", 0)) over ())::int as free
    from x
    ${place === 'free' ? sql`where x.places > x."liveMatches" + x."offersOpen"` : sql``}
    ${place === 'full' ? sql`where x.places <= x."liveMatches" + x."offersOpen"` : sql``}
    order by ${order} ${direction}, x.name, x.id
    limit ${query.pageSize}
    offset ${(query.page - 1) * query.pageSize}`.execute(tx);
  const [first] = found.rows;
  return { rows: found.rows, total: first?.total ?? 0, free: first?.free ?? 0 };
}

/** Live mentors who know each area, as the list's filter counts them, and their free places. */
export async function placesByArea(tx: Tx, today: CalendarDate) {
  const found = await sql<{ area: string; mentors: number; free: number; places: number }>`
    with x as (
      select m.org_id, m.id, m.places, ${loadColumns(today)}
      from mentor m
      where m.state = 'live')
    select e.area, count(*)::int as mentors,
      (count(*) filter (where x.places > x."liveMatches" + x."offersOpen"))::int as free,
      sum(greatest(x.places - x."liveMatches" - x."offersOpen", 0))::int as places
    from x
    join mentor_expertise e on e.org_id = x.org_id and e.mentor_id = x.id
    where e.level >= 2
    group by e.area`.execute(tx);
  return new Map(found.rows.map((row) => [row.area, row]));
}
