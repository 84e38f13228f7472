import { appRole } from './postgres/app-role.ts';

/** Functions that run with the owner's rights, each read by two people; another one needs the same. */
export const definerFunctions: readonly string[] = [
  'all_organisations',
  'audit_append',
  'audit_append_keyed',
  'audit_begin',
  'audit_seal_head',
  'find_enterprises',
  'find_enterprises_as_typed',
  'find_organisation',
  'organisations_of_user',
];

/** Tables without an organisation that the app's role may use: they hold nothing of any organisation. */
const globalTables: readonly string[] = ['rate_limit', 'setup_token'];

/** Unique in the whole installation on purpose: the address of an organisation. */
const globalUnique: readonly string[] = ['organisation_slug_key'];

interface WallCheck {
  readonly name: string;
  /** Gives a row with `finding` for each thing that breaks the rule. */
  readonly sql: string;
  readonly values?: unknown[];
}

// A table is a tenant table when it has the column org_id.
const tenantTables = `
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, a.attnum as org
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and n.nspname = 'public'`;

const ours = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'`;

/** Each rule is one query on the catalogue; the leaks they stop were reproduced (reliability, section 2.4). */
export const tenantWallChecks: readonly WallCheck[] = [
  {
    name: 'every table with org_id forces a policy on it',
    sql: `with t as (${tenantTables})
      select t.relname || ' has no forced row-level security' as finding
      from t
      where not (t.relrowsecurity and t.relforcerowsecurity)
      union all
      select t.relname || ' has no policy'
      from t
      where not exists (select from pg_policy p where p.polrelid = t.oid and p.polpermissive)
      union all
      select t.relname || ' has the policy ' || p.polname || ', which does not ask for the organisation'
      from t
      join pg_policy p on p.polrelid = t.oid and p.polpermissive
      where coalesce(pg_get_expr(p.polqual, p.polrelid), 'true')
          !~ 'org_id = (current_org\\(\\)|\\( SELECT current_org\\(\\))'
        and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'true') !~ 'org_id = current_org\\(\\)'`,
  },
  {
    name: 'every key and foreign key of a tenant table starts with org_id',
    sql: `with t as (${tenantTables})
      select t.relname || ' has no primary key that starts with org_id' as finding
      from t
      where not exists (
        select from pg_constraint k
        where k.conrelid = t.oid and k.contype = 'p' and k.conkey[1] = t.org)
      union all
      select t.relname || ' has the unique index ' || i.indexrelid::regclass || ' without org_id first'
      from t
      join pg_index i on i.indrelid = t.oid and i.indisunique
      where i.indkey[0] <> t.org and i.indexrelid::regclass::text <> all ($1)
      union all
      select t.relname || ' has the foreign key ' || k.conname || ' without org_id first'
      from t
      join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join t parent on parent.oid = k.confrelid
      where k.conkey[1] <> t.org or k.confkey[1] <> parent.org`,
    values: [globalUnique],
  },
  {
    name: 'every view asks with the rights of the reader',
    sql: `select n.nspname || '.' || c.relname || ' is a view without security_invoker' as finding
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and ${ours}
        and not coalesce(c.reloptions @> '{security_invoker=true}', false)
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      union all
      select n.nspname || '.' || c.relname || ' is a materialised view that the application may read'
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'm' and ${ours} and has_table_privilege($1, c.oid, 'select')`,
    values: [appRole],
  },
  {
    name: 'the application cannot pass the wall',
    sql: `select 'the role ' || r.rolname || ' is a superuser or may bypass policies' as finding
      from pg_roles r
      where pg_has_role($1, r.oid, 'member')
        and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication)
      union all
      select r.rolname || ' owns ' || n.nspname || '.' || c.relname
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_roles r on r.oid = c.relowner
      where n.nspname in ('public', 'auth') and pg_has_role($1, r.oid, 'member')
      union all
      select 'the application may make tables in ' || n.nspname
      from pg_namespace n
      where n.nspname in ('public', 'auth') and has_schema_privilege($1, n.oid, 'create')
      union all
      select 'the application may empty ' || t.relname
      from (${tenantTables}) t
      where has_table_privilege($1, t.oid, 'truncate')
      union all
      select 'the application may use ' || c.relname || ', which has no org_id'
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'f') and n.nspname = 'public'
        and has_table_privilege($1, c.oid, 'select, insert, update, delete')
        and c.relname <> all ($2)
        and not exists (
          select from pg_attribute a
          where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
    values: [appRole, globalTables],
  },
  {
    name: 'functions with the rights of the owner are known and have a fixed search path',
    sql: `select 'the function ' || n.nspname || '.' || p.proname || ' is not on the list' as finding
      from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and ${ours} and p.proname <> all ($1)
      union all
      select 'the function ' || p.proname || ' has no fixed search path'
      from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and ${ours}
        and not exists (
          select from unnest(p.proconfig) setting where setting like 'search_path=%')
      union all
      select p.oid::regprocedure || ' can be fooled by a temporary table: its search path has no pg_temp last'
      from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and ${ours}
        and not exists (
          select from unnest(p.proconfig) setting where setting ~ '^search_path=.*pg_temp"?$')`,
    values: [definerFunctions],
  },
];
