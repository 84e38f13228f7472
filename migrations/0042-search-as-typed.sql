-- A search finds what people type: a company number without its leading zeros, a name without its accents. The key of
-- a name has neither accents nor signs; it gets the index that the names themselves have.

create index enterprise_name_key_trigram on enterprise using gin (name_key gin_trgm_ops);

create function find_enterprises_as_typed(wanted text, folded text) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp rows 100
  as $$ select f from find_enterprises(wanted) f
        union
        select e.id
        from enterprise e
        where e.org_id = current_org()
          and e.merged_into is null
          and folded <> ''
          and e.name_key like '%' || folded || '%'
        union
        select e.id
        from enterprise e
        where e.org_id = current_org()
          and e.merged_into is null
          and wanted ~ '^[0-9]{5,7}$'
          and e.company_number = lpad(wanted, 8, '0') $$;
revoke all on function find_enterprises_as_typed from public;
grant execute on function find_enterprises_as_typed to espalier_app;
