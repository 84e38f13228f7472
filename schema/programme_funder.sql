create table programme_funder (
  org_id uuid not null,
  programme_id uuid not null,
  funder_id uuid not null,
  agreement_reference text default ''::text not null,
  agreed_on date,
  constraint programme_funder_pkey PRIMARY KEY (org_id, programme_id, funder_id),
  constraint programme_funder_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint programme_funder_org_id_funder_id_fkey FOREIGN KEY (org_id, funder_id) REFERENCES funder(org_id, id) ON DELETE RESTRICT,
  constraint programme_funder_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint programme_funder_agreement_reference_check CHECK ((length(agreement_reference) <= 200))
);
alter table programme_funder force row level security;
create policy tenant on programme_funder using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on programme_funder to espalier_app;
