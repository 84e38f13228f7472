create table setting_change (
  org_id uuid not null,
  id uuid not null,
  programme_id uuid,
  kind text not null,
  reason text default ''::text not null,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint setting_change_pkey PRIMARY KEY (org_id, id),
  constraint setting_change_org_id_changed_by_fkey FOREIGN KEY (org_id, changed_by) REFERENCES person(org_id, id) ON DELETE RESTRICT,
  constraint setting_change_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint setting_change_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint setting_change_kind_check CHECK ((length(kind) <= 40)),
  constraint setting_change_reason_check CHECK ((length(reason) <= 2000))
);
CREATE INDEX setting_change_programme ON setting_change USING btree (org_id, programme_id, changed_at, id);
alter table setting_change force row level security;
create policy tenant on setting_change using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant insert, select on setting_change to espalier_app;
comment on table setting_change is 'Audit entries name it as settingChange; without a programme it is about the organisation';
