create table target (
  org_id uuid not null,
  programme_id uuid not null,
  indicator text not null,
  quarter text not null,
  value numeric(14,2) not null,
  constraint target_pkey PRIMARY KEY (org_id, programme_id, indicator, quarter),
  constraint target_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint target_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint target_indicator_check CHECK ((length(indicator) <= 40)),
  constraint target_quarter_check CHECK ((quarter ~ '^\d{4}-Q[1-4]$'::text)),
  constraint target_value_check CHECK ((value >= (0)::numeric))
);
alter table target force row level security;
create policy tenant on target using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on target to espalier_app;
