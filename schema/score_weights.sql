create table score_weights (
  org_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  version integer not null,
  weights jsonb not null,
  reason text not null,
  set_by uuid,
  set_at timestamp with time zone default now() not null,
  constraint score_weights_pkey PRIMARY KEY (org_id, id),
  constraint score_weights_org_id_programme_id_version_key UNIQUE (org_id, programme_id, version),
  constraint score_weights_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint score_weights_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint score_weights_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
);
alter table score_weights force row level security;
create policy tenant on score_weights using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on score_weights to espalier_app;
