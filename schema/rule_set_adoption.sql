create table rule_set_adoption (
  org_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  rule_set_id uuid not null,
  adopted_on date not null,
  reason text not null,
  adopted_by uuid,
  created_at timestamp with time zone default now() not null,
  constraint rule_set_adoption_pkey PRIMARY KEY (org_id, id),
  constraint rule_set_adoption_org_id_programme_id_adopted_on_key UNIQUE (org_id, programme_id, adopted_on),
  constraint rule_set_adoption_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint rule_set_adoption_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint rule_set_adoption_org_id_rule_set_id_fkey FOREIGN KEY (org_id, rule_set_id) REFERENCES rule_set(org_id, id) ON DELETE RESTRICT,
  constraint rule_set_adoption_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
);
alter table rule_set_adoption force row level security;
create policy tenant on rule_set_adoption using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on rule_set_adoption to espalier_app;
comment on table rule_set_adoption is 'ESIF-GN-1-002: the version in force at agreement stays; a later one is taken as a whole by a change request';
