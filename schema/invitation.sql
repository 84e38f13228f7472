create table invitation (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  email text not null,
  link_id uuid not null,
  invited_by uuid,
  invited_at timestamp with time zone default now() not null,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (org_id, id),
  constraint invitation_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint invitation_org_id_link_id_fkey FOREIGN KEY (org_id, link_id) REFERENCES link(org_id, id) ON DELETE CASCADE,
  constraint invitation_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id) ON DELETE CASCADE,
  constraint invitation_email_check CHECK ((length(email) <= 320))
);
CREATE INDEX invitation_person ON invitation USING btree (org_id, person_id);
alter table invitation force row level security;
create policy tenant on invitation using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on invitation to espalier_app;
