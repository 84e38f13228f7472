create table setting_change_line (
  org_id uuid not null,
  change_id uuid not null,
  place integer not null,
  field text not null,
  before text not null,
  after text not null,
  constraint setting_change_line_pkey PRIMARY KEY (org_id, change_id, place),
  constraint setting_change_line_org_id_change_id_fkey FOREIGN KEY (org_id, change_id) REFERENCES setting_change(org_id, id) ON DELETE CASCADE,
  constraint setting_change_line_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint setting_change_line_after_check CHECK ((length(after) <= 6000)),
  constraint setting_change_line_before_check CHECK ((length(before) <= 6000)),
  constraint setting_change_line_field_check CHECK ((length(field) <= 300))
);
alter table setting_change_line force row level security;
create policy tenant on setting_change_line using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant insert, select on setting_change_line to espalier_app;
comment on column setting_change_line.before is 'As it was shown then, with unit and currency; empty when there was nothing';
