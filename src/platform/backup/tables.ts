import type { Client } from 'pg';

/** A table with the columns that hold something of their own. */
export interface Table {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** Where everything of ours is; the queue's own schema is made by its library, and its jobs are copied by themselves. */
const schemas = ['public', 'auth'];

/** Every table but the list of migrations, which the migrations themselves write. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const found = await client.query<Table>(
    `select n.nspname as schema, c.relname as name,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''
    where n.nspname = any ($1) and c.relkind = 'r' and c.relname <> 'schema_migration'
    group by n.nspname, c.relname
    order by n.nspname, c.relname`,
    [schemas],
  );
  return found.rows;
}

/** The name as SQL writes it. */
export function quoted({ schema, name }: Pick<Table, 'schema' | 'name'>): string {
  return `${quote(schema)}.${quote(name)}`;
}

export function copyText(table: Table, direction: 'to stdout' | 'from stdin'): string {
  return `copy ${quoted(table)} (${table.columns.map(quote).join(', ')}) ${direction}`;
}

/** How values are written, so that every server writes and reads them alike. */
export const copyManners = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local timezone = 'UTC'; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local extra_float_digits = 1; set local statement_timeout = 0; set local lock_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`;

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
