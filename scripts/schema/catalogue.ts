import type { Client } from 'pg';

export interface Column {
  readonly name: string;
  /** As PostgreSQL writes it: "text", "timestamp with time zone", "text[]". */
  readonly type: string;
  readonly isRequired: boolean;
  readonly fallback: string | null;
  /** Made by the database from other columns; cannot be written. */
  readonly isComputed: boolean;
  readonly comment: string | null;
}

export interface Table {
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly Column[];
  /** "name definition", keys first. */
  readonly constraints: readonly string[];
  readonly indexes: readonly string[];
  readonly isForced: boolean;
  readonly policies: readonly string[];
  /** "insert, select" of the application's role. */
  readonly rights: string;
  readonly triggers: readonly string[];
}

/** The tables of the schema public, by name, without the migrations' own. */
export async function readTables(client: Client): Promise<Table[]> {
  const rows = await client.query<Table>(`
    select c.relname as name,
      obj_description(c.oid, 'pg_class') as comment,
      c.relrowsecurity and c.relforcerowsecurity as "isForced",
      (select json_agg(json_build_object(
          'name', a.attname,
          'type', format_type(a.atttypid, a.atttypmod),
          'isRequired', a.attnotnull,
          'fallback', pg_get_expr(d.adbin, d.adrelid),
          'isComputed', a.attgenerated <> '',
          'comment', col_description(c.oid, a.attnum)) order by a.attnum)
        from pg_attribute a
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select json_agg(k.conname || ' ' || pg_get_constraintdef(k.oid)
          order by array_position(array['p', 'u', 'x', 'f', 'c'], k.contype::text), k.conname)
        from pg_constraint k
        where k.conrelid = c.oid and k.contype in ('p', 'u', 'x', 'f', 'c')), '[]') as constraints,
      coalesce((select json_agg(pg_get_indexdef(i.indexrelid) order by x.relname)
        from pg_index i
        join pg_class x on x.oid = i.indexrelid
        where i.indrelid = c.oid
          and not exists (select from pg_constraint k where k.conindid = i.indexrelid)),
        '[]') as indexes,
      coalesce((select json_agg(p.polname || ' using ' || pg_get_expr(p.polqual, p.polrelid)
            || coalesce(' with check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
          order by p.polname)
        from pg_policy p
        where p.polrelid = c.oid), '[]') as policies,
      coalesce((select string_agg(lower(g.privilege_type), ', ' order by g.privilege_type)
        from aclexplode(c.relacl) g
        where g.grantee = 'espalier_app'::regrole), '') as rights,
      coalesce((select json_agg(pg_get_triggerdef(t.oid) order by t.tgname)
        from pg_trigger t
        where t.tgrelid = c.oid and not t.tgisinternal), '[]') as triggers
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname <> 'schema_migration'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C"`);
  return rows.rows;
}
