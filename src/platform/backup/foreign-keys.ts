import type { Client } from 'pg';

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Runs `work` while no foreign key and no trigger of ours holds, so that tables can be filled in any order, then puts
 * all of them back: the server checks every row anew. Needs only the owner of the tables, in one transaction.
 */
export async function withoutForeignKeys<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const found = await client.query<ForeignKey>(
    `select k.conrelid::regclass::text as "table", quote_ident(k.conname) as name,
      pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
    join pg_namespace n on n.oid = k.connamespace
    where k.contype = 'f' and n.nspname in ('public', 'auth') and k.conparentid = 0
    order by k.conrelid::regclass::text, k.conname`,
  );
  const triggered = await client.query<{ table: string }>(
    `select distinct t.tgrelid::regclass::text as "table"
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and n.nspname in ('public', 'auth')`,
  );
  const each = async (sql: readonly string[]) => {
    if (sql.length > 0) await client.query(sql.join('; '));
  };
  const keys = found.rows;
  const tables = triggered.rows.map((row) => row.table);
  await each(keys.map((key) => `alter table ${key.table} drop constraint ${key.name}`));
  await each(tables.map((table) => `alter table ${table} disable trigger user`));
  const result = await work();
  await each(tables.map((table) => `alter table ${table} enable trigger user`));
  await each(
    keys.map((key) => `alter table ${key.table} add constraint ${key.name} ${key.definition}`),
  );
  return result;
}
