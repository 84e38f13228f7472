create table programme_area (
  org_id uuid not null,
  programme_id uuid not null,
  authority_code text not null,
  authority_name text not null,
  constraint programme_area_pkey PRIMARY KEY (org_id, programme_id, authority_code),
  constraint programme_area_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint programme_area_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint programme_area_authority_code_check CHECK ((length(authority_code) <= 20)),
  constraint programme_area_authority_name_check CHECK ((length(authority_name) <= 200))
);
alter table programme_area force row level security;
create policy tenant on programme_area using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on programme_area to espalier_app;
comment on column programme_area.authority_code is 'ONS code of the local authority, e.g. E08000026';
