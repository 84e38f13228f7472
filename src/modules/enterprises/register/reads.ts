import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

export const enterpriseSorts = [
  'name',
  'state',
  'stage',
  'adviser',
  'next',
  'last',
  'applied',
] as const;
export type EnterpriseSort = (typeof enterpriseSorts)[number];

export const enterpriseFilters = ['state', 'stage', 'adviser', 'area', 'size'] as const;

export interface EnterpriseListQuery {
  search: string;
  sort: string;
  direction: 'asc' | 'desc';
  /** First page is 1. */
  page: number;
  pageSize: number;
  filters: Readonly<Partial<Record<(typeof enterpriseFilters)[number], string>>>;
}

export interface EnterpriseLine {
  enrolmentId: string;
  enterpriseId: string;
  name: string;
  tradingName: string | null;
  postcode: string | null;
  companyNumber: string | null;
  /** Name of the local authority; one outside the programme’s area is only said to be so. */
  area: string | null;
  size: string | null;
  state: string;
  stage: string;
  adviser: string | null;
  appliedOn: string;
  eligibleOn: string | null;
  lastContactOn: string | null;
  nextContactOn: string | null;
}

const orders: Record<EnterpriseSort, ReturnType<typeof sql>> = {
  name: sql`e.name`,
  state: sql`n.state`,
  stage: sql`n.stage`,
  adviser: sql`p.name`,
  next: sql`n.next_contact_on`,
  last: sql`n.last_contact_on`,
  applied: sql`n.applied_on`,
};

/** One page of a programme's enterprises, narrowed and sorted. */
export async function enterprisesOf(
  tx: Tx,
  programmeId: string,
  query: EnterpriseListQuery,
): Promise<EnterpriseLine[]> {
  const order = orders[query.sort as EnterpriseSort] ?? orders.name;
  const direction = query.direction === 'desc' ? sql`desc nulls last` : sql`asc nulls last`;
  const rows = await sql<EnterpriseLine>`
    select n.id as "enrolmentId", e.id as "enterpriseId", e.name, e.trading_name as "tradingName",
      coalesce(e.trading_postcode, e.registered_postcode) as postcode,
      e.company_number as "companyNumber",
      coalesce(a.authority_name, case when e.authority_code is not null then 'outside the area' end) as area, e.size_band as size, n.state, n.stage,
      p.name as adviser, n.applied_on as "appliedOn", n.eligible_on as "eligibleOn",
      n.last_contact_on as "lastContactOn", n.next_contact_on as "nextContactOn"
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    left join person p on p.org_id = n.org_id and p.id = n.adviser_id
    left join programme_area a
      on a.org_id = n.org_id and a.programme_id = n.programme_id
      and a.authority_code = e.authority_code
    where ${narrowed(programmeId, query)}
    order by ${order} ${direction}, n.id
    limit ${query.pageSize}
    offset ${(query.page - 1) * query.pageSize}`.execute(tx);
  return rows.rows;
}

/** How many enterprises the search and filters leave. */
export async function countEnterprises(
  tx: Tx,
  programmeId: string,
  query: Pick<EnterpriseListQuery, 'search' | 'filters'>,
): Promise<number> {
  const rows = await sql<{ n: number }>`
    select count(*)::int as n
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where ${narrowed(programmeId, query)}`.execute(tx);
  return rows.rows[0]?.n ?? 0;
}

function narrowed(programmeId: string, query: Pick<EnterpriseListQuery, 'search' | 'filters'>) {
  const { state, stage, adviser, area, size } = query.filters;
  const parts = [sql`n.programme_id = ${programmeId}::uuid`, sql`e.merged_into is null`];
  if (state) parts.push(sql`n.state = ${state}`);
  if (stage) parts.push(sql`n.stage = ${stage}`);
  if (adviser === 'none') parts.push(sql`n.adviser_id is null`);
  else if (adviser) parts.push(sql`n.adviser_id::text = ${adviser}`);
  if (area === 'none') parts.push(sql`e.authority_code is null`);
  else if (area) parts.push(sql`e.authority_code = ${area}`);
  if (size === 'none') parts.push(sql`e.size_band is null`);
  else if (size) parts.push(sql`e.size_band = ${size}`);
  if (query.search !== '') {
    parts.push(sql`e.id in (select find_enterprises(${escaped(query.search)}))`);
  }
  return sql.join(parts, sql` and `);
}

/** The search is for the text itself: `%` and `_` mean nothing special. */
function escaped(search: string): string {
  return search.replace(/[\\%_]/g, '\\$&');
}
