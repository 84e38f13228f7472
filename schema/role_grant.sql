create table role_grant (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  programme_id uuid,
  granted_by uuid,
  granted_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  reason text,
  confirmed_by uuid,
  constraint role_grant_pkey PRIMARY KEY (org_id, id),
  constraint role_grant_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint role_grant_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id) ON DELETE CASCADE,
  constraint role_grant_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint role_grant_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'manager'::text, 'adviser'::text, 'mentor'::text, 'participant'::text, 'verifier'::text, 'finance'::text, 'auditor'::text, 'partner'::text])))
);
CREATE UNIQUE INDEX role_grant_once ON role_grant USING btree (org_id, person_id, role, COALESCE(programme_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE (ended_at IS NULL);
CREATE INDEX role_grant_person ON role_grant USING btree (org_id, person_id);
alter table role_grant force row level security;
create policy tenant on role_grant using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on role_grant to espalier_app;
comment on column role_grant.programme_id is 'Null: in every programme of the organisation';
comment on column role_grant.confirmed_by is 'The second person of a role that needs two; null for others, and where nobody could confirm';
