import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { ChangedLine } from './setting-change.ts';

interface Wanted {
  /** Null: the settings of the organisation. */
  programmeId: string | null;
  search?: string;
  filters?: Readonly<Record<string, string>>;
  page: number;
  pageSize: number;
}

/** How the history is narrowed in an address. */
export const changeTable = { sorts: ['-when'], filters: ['kind', 'person'], pageSize: 50 };

export interface KeptChange {
  id: string;
  at: string;
  kind: string;
  reason: string;
  by: string | null;
  lines: readonly ChangedLine[];
}

/** A page of what was changed of the settings, the latest first, with how many changes are found in all. */
export async function settingChanges(
  tx: Tx,
  wanted: Wanted,
): Promise<{ rows: KeptChange[]; total: number }> {
  const where = conditions(wanted);
  const rows = await sql<KeptChange>`
    select c.id, c.changed_at as at, c.kind, c.reason, p.name as by, l.lines
    from setting_change c
    left join person p on p.org_id = c.org_id and p.id = c.changed_by
    cross join lateral (
      select coalesce(json_agg(
        json_build_object('field', l.field, 'before', l.before, 'after', l.after) order by l.place
      ), '[]') as lines
      from setting_change_line l
      where l.org_id = c.org_id and l.change_id = c.id
    ) l
    where ${where}
    order by c.changed_at desc, c.id desc
    limit ${wanted.pageSize} offset ${(wanted.page - 1) * wanted.pageSize}`.execute(tx);
  const counted = await sql<{ total: number }>`
    select count(*)::integer as total from setting_change c where ${where}`.execute(tx);
  return { rows: rows.rows, total: counted.rows[0]?.total ?? 0 };
}

/** All that are found, in parts. */
export async function allSettingChanges(
  tx: Tx,
  wanted: Omit<Wanted, 'page' | 'pageSize'>,
): Promise<KeptChange[]> {
  const found: KeptChange[] = [];
  for (let page = 1; ; page += 1) {
    const { rows, total } = await settingChanges(tx, { ...wanted, page, pageSize: 1000 });
    found.push(...rows);
    if (rows.length === 0 || found.length >= total) return found;
  }
}

function conditions({ programmeId, search = '', filters = {} }: Wanted) {
  const { kind, person } = filters;
  const parts = [
    programmeId === null ? sql`c.programme_id is null` : sql`c.programme_id = ${programmeId}::uuid`,
    ...(kind ? [sql`c.kind = ${kind}`] : []),
    ...(person ? [sql`c.changed_by::text = ${person}`] : []),
    ...(search ? [holding(search)] : []),
  ];
  return sql.join(parts, sql` and `);
}

function holding(search: string) {
  const like = `%${search.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`(c.reason ilike ${like} or exists (
    select 1
    from setting_change_line l
    where l.org_id = c.org_id and l.change_id = c.id
      and (l.field ilike ${like} or l.before ilike ${like} or l.after ilike ${like})
  ))`;
}

/** Who has changed these settings, by name: the choices of the filter. */
export async function settingChangers(tx: Tx, programmeId: string | null) {
  return tx
    .selectFrom('person as p')
    .select(['p.id', 'p.name'])
    .where((where) =>
      where.exists(
        where
          .selectFrom('setting_change as c')
          .select('c.id')
          .whereRef('c.org_id', '=', 'p.org_id')
          .whereRef('c.changed_by', '=', 'p.id')
          .where('c.programme_id', programmeId === null ? 'is' : '=', programmeId),
      ),
    )
    .orderBy('p.name')
    .execute();
}
