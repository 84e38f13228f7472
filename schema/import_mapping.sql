create table import_mapping (
  org_id uuid not null,
  kind text not null,
  signature text not null,
  mapping jsonb not null,
  used_at timestamp with time zone default now() not null,
  constraint import_mapping_pkey PRIMARY KEY (org_id, kind, signature),
  constraint import_mapping_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE
);
alter table import_mapping force row level security;
create policy tenant on import_mapping using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on import_mapping to espalier_app;
