import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

interface Reference {
  table: string;
  column: string;
}

/**
 * Those of the records on which something hangs, in whatever table: the foreign keys are read from the
 * catalogue, so that a table of a later release is seen, too. `own` says, by table, which rows do not count.
 */
export async function referencedIds(
  tx: Tx,
  table: 'enterprise' | 'enrolment' | 'person' | 'mentor',
  ids: readonly string[],
  own: Readonly<Record<string, RawBuilder<boolean>>> = {},
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const references = await sql<Reference>`
    select c.conrelid::regclass::text as "table", a.attname::text as "column"
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.confrelid = ${table}::regclass and a.attname <> 'org_id'
      and has_table_privilege(c.conrelid, 'select')`.execute(tx);
  const parts = references.rows.map(
    (one) => sql`
      select x.${sql.ref(one.column)} as id from ${sql.table(one.table)} x
      where x.${sql.ref(one.column)} = any(${ids}::uuid[])
        and not coalesce(${own[one.table] ?? sql<boolean>`false`}, false)`,
  );
  if (parts.length === 0) return new Set();
  const found = await sql<{ id: string }>`${sql.join(parts, sql` union `)}`.execute(tx);
  return new Set(found.rows.map(({ id }) => id));
}
