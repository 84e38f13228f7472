create table baseline (
  org_id uuid not null,
  enrolment_id uuid not null,
  figures jsonb not null,
  frozen_by uuid,
  frozen_at timestamp with time zone not null,
  constraint baseline_pkey PRIMARY KEY (org_id, enrolment_id),
  constraint baseline_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE CASCADE,
  constraint baseline_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE
);
alter table baseline force row level security;
create policy tenant on baseline using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant insert, select on baseline to espalier_app;
comment on table baseline is 'Frozen before first support; changed by an agreed correction alone, which keeps what was there (C8 compares with it)';
