import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import { foldCase } from '../../../kernel/text.ts';

type Sql = ReturnType<typeof sql>;

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

export const enterpriseFilters = ['state', 'stage', 'adviser', 'area', 'size', 'mentor'] as const;

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

/** Empty days and advisers come last, whichever way the list is sorted. Each order but the adviser's has an index. */
const orders: Record<EnterpriseSort, { by: Sql; tie: Sql; hasGaps: boolean }> = {
  name: { by: sql`e.name`, tie: sql`e.id`, hasGaps: false },
  state: { by: sql`n.state`, tie: sql`n.enterprise_id`, hasGaps: false },
  stage: { by: sql`n.stage`, tie: sql`n.enterprise_id`, hasGaps: false },
  adviser: { by: sql`p.name`, tie: sql`n.enterprise_id`, hasGaps: true },
  next: { by: sql`n.next_contact_on`, tie: sql`n.enterprise_id`, hasGaps: true },
  last: { by: sql`n.last_contact_on`, tie: sql`n.enterprise_id`, hasGaps: true },
  applied: { by: sql`n.applied_on`, tie: sql`n.enterprise_id`, hasGaps: false },
};

/** One page of a programme's enterprises, narrowed and sorted. */
export async function enterprisesOf(
  tx: Tx,
  programmeId: string,
  query: EnterpriseListQuery,
): Promise<EnterpriseLine[]> {
  const { by, tie, hasGaps } = orders[query.sort as EnterpriseSort] ?? orders.name;
  const direction = query.direction === 'desc' ? sql`desc` : sql`asc`;
  const gaps = hasGaps ? sql`nulls last` : sql``;
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
    where ${all([...ofEnrolment(programmeId, query), notMerged, ...ofEnterprise(query)])}
    order by ${by} ${direction} ${gaps}, ${tie} ${direction}
    limit ${query.pageSize}
    offset ${(query.page - 1) * query.pageSize}`.execute(tx);
  return rows.rows;
}

/** So many are counted; of a longer list it is only said that there are more, and whether a next page follows. */
export function mostCounted({ page, pageSize }: Pick<EnterpriseListQuery, 'page' | 'pageSize'>) {
  return Math.max(1000, page * pageSize);
}

/** How many enterprises the search and filters leave; one more than `mostCounted` stands for any number. */
export async function countEnterprises(
  tx: Tx,
  programmeId: string,
  query: Pick<EnterpriseListQuery, 'search' | 'filters' | 'page' | 'pageSize'>,
): Promise<number> {
  const rows = await sql<{ n: number }>`
    select count(*)::int as n
    from (
      select 1
      from enrolment n
      join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
      where ${all([...ofEnrolment(programmeId, query), notMerged, ...ofEnterprise(query)])}
      limit ${mostCounted(query) + 1}) found`.execute(tx);
  return rows.rows[0]?.n ?? 0;
}

type Narrowing = Pick<EnterpriseListQuery, 'search' | 'filters'>;

/** A mentor works with the enrolment `n` today. */
const hasMentor = sql`exists (select 1 from match w
  where w.org_id = n.org_id and w.enrolment_id = n.id and w.end_cause is null)`;

const notMerged = sql`e.merged_into is null`;

function all(conditions: readonly Sql[]) {
  return sql.join([...conditions], sql` and `);
}

function ofEnrolment(programmeId: string, { filters }: Narrowing): Sql[] {
  const { state, stage, adviser, mentor } = filters;
  const parts: Sql[] = [sql`n.programme_id = ${programmeId}::uuid`];
  if (state) parts.push(sql`n.state = ${state}`);
  if (stage) parts.push(sql`n.stage = ${stage}`);
  if (adviser === 'none') parts.push(sql`n.adviser_id is null`);
  else if (adviser?.endsWith('.none')) {
    parts.push(sql`(n.adviser_id is null or n.adviser_id::text = ${adviser.slice(0, -5)})`);
  } else if (adviser) parts.push(sql`n.adviser_id::text = ${adviser}`);
  if (mentor === 'now') parts.push(hasMentor);
  if (mentor === 'none') parts.push(sql`not ${hasMentor}`);
  return parts;
}

function ofEnterprise({ search, filters }: Narrowing): Sql[] {
  const { area, size } = filters;
  const parts: Sql[] = [];
  if (area === 'none') parts.push(sql`e.authority_code is null`);
  else if (area) parts.push(sql`e.authority_code = ${area}`);
  if (size === 'none') parts.push(sql`e.size_band is null`);
  else if (size) parts.push(sql`e.size_band = ${size}`);
  if (search !== '') parts.push(isFoundBy(search));
  return parts;
}

/** Whether the enterprise `e` is found by a search as people type it. */
export function isFoundBy(search: string): Sql {
  // As an array, so that the firms found are fetched by their key instead of comparing all with them.
  return sql`e.id = any(array(select find_enterprises_as_typed(${escaped(search)}, ${folded(search)})))`;
}

/** The search as the key of a name has it, without accents; signs that were typed are meant and not folded away. */
function folded(search: string): string {
  return /^[\p{L}\p{N} ]{2,}$/u.test(search) ? foldCase(search) : '';
}

/** The search is for the text itself: `%` and `_` mean nothing special. */
function escaped(search: string): string {
  return search.replace(/[\\%_]/g, '\\$&');
}
