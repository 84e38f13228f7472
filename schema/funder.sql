create table funder (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  constraint funder_pkey PRIMARY KEY (org_id, id),
  constraint funder_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint funder_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
alter table funder force row level security;
create policy tenant on funder using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on funder to espalier_app;
