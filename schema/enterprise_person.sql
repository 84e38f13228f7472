create table enterprise_person (
  org_id uuid not null,
  enterprise_id uuid not null,
  person_id uuid not null,
  position text default ''::text not null,
  is_lead boolean default false not null,
  from_on date not null,
  to_on date,
  created_at timestamp with time zone default now() not null,
  constraint enterprise_person_pkey PRIMARY KEY (org_id, enterprise_id, person_id),
  constraint enterprise_person_org_id_enterprise_id_fkey FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprise(org_id, id) ON DELETE CASCADE,
  constraint enterprise_person_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint enterprise_person_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id) ON DELETE CASCADE,
  constraint enterprise_person_position_check CHECK ((length("position") <= 100))
);
CREATE INDEX enterprise_person_person ON enterprise_person USING btree (org_id, person_id);
alter table enterprise_person force row level security;
create policy tenant on enterprise_person using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on enterprise_person to espalier_app;
