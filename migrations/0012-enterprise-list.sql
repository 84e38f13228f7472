-- The list of enterprises: a size to filter by, and a search that can use its index. The operators of a
-- trigram search are not leakproof, so behind row-level security they would read every row of the table;
-- this function repeats the tenant's condition itself and gives ids only.

alter table enterprise add column size_band text
  check (size_band in ('micro', 'small', 'medium', 'large'));
comment on column enterprise.size_band is 'From the latest size test; null while it is not known';

create index enterprise_trading_name_trigram on enterprise using gin (trading_name gin_trgm_ops);
create index enrolment_programme_state on enrolment (org_id, programme_id, state);

create function find_enterprises(wanted text) returns setof uuid
  language sql stable security definer set search_path = public rows 100
  as $$ select e.id
        from enterprise e
        where e.org_id = current_org()
          and e.merged_into is null
          and (e.name ilike '%' || wanted || '%' or e.trading_name ilike '%' || wanted || '%')
        union
        select e.id
        from enterprise e
        where e.org_id = current_org()
          and e.merged_into is null
          and e.company_number = upper(wanted) $$;
revoke all on function find_enterprises from public;
grant execute on function find_enterprises to espalier_app;
