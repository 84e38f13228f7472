import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import { isFoundBy } from '../register/reads.ts';

/** How the list of firms kept on record may be sorted. */
export const onRecordTable = { sorts: ['name', '-added'], filters: [] };

interface OnRecordQuery {
  search: string;
  sort: string;
  direction: 'asc' | 'desc';
  /** First page is 1. */
  page: number;
  pageSize: number;
}

export interface FirmOnRecord {
  id: string;
  name: string;
  companyNumber: string | null;
  postcode: string | null;
  contact: string | null;
  email: string | null;
  phone: string | null;
  addedAt: string;
}

const orders: Record<string, ReturnType<typeof sql>> = {
  name: sql`e.name`,
  added: sql`e.created_at`,
};

/** One page of the firms that are in no programme at all: imported to be looked up, or done with one elsewhere. */
export async function firmsOnRecord(
  tx: Tx,
  query: OnRecordQuery,
): Promise<{ rows: FirmOnRecord[]; total: number }> {
  const order = orders[query.sort] ?? orders['name'];
  const direction = query.direction === 'desc' ? sql`desc` : sql`asc`;
  const where = sql`e.merged_into is null
    and not exists (select from enrolment n where n.org_id = e.org_id and n.enterprise_id = e.id)
    and ${query.search === '' ? sql`true` : isFoundBy(query.search)}`;
  const found = await sql<FirmOnRecord>`
    select e.id, e.name, e.company_number as "companyNumber",
      coalesce(e.trading_postcode, e.registered_postcode) as postcode, c.name as contact, c.email,
      coalesce(c.phone, e.phone) as phone, e.created_at as "addedAt"
    from enterprise e
    left join lateral (
      select p.name, p.email, p.phone
      from enterprise_person x
      join person p on p.org_id = x.org_id and p.id = x.person_id
      where x.org_id = e.org_id and x.enterprise_id = e.id and x.to_on is null
        and p.removed_at is null
      order by x.is_lead desc, x.from_on, p.name
      limit 1) c on true
    where ${where}
    order by ${order} ${direction}, e.id
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(tx);
  const total = await sql<{ n: number }>`
    select count(*)::int as n from enterprise e where ${where}`.execute(tx);
  return { rows: found.rows, total: total.rows[0]?.n ?? 0 };
}
