create table role_request (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  programme_id uuid,
  expires_at timestamp with time zone,
  reason text,
  is_invited boolean default false not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  state text default 'waiting'::text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint role_request_pkey PRIMARY KEY (org_id, id),
  constraint role_request_org_id_answered_by_fkey FOREIGN KEY (org_id, answered_by) REFERENCES person(org_id, id) ON DELETE CASCADE,
  constraint role_request_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint role_request_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id) ON DELETE CASCADE,
  constraint role_request_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint role_request_org_id_requested_by_fkey FOREIGN KEY (org_id, requested_by) REFERENCES person(org_id, id) ON DELETE CASCADE,
  constraint role_request_reason_check CHECK ((length(reason) <= 500)),
  constraint role_request_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'manager'::text, 'adviser'::text, 'mentor'::text, 'participant'::text, 'verifier'::text, 'finance'::text, 'auditor'::text, 'partner'::text]))),
  constraint role_request_second_person CHECK (((state <> 'confirmed'::text) OR ((answered_by IS NOT NULL) AND (answered_by <> requested_by) AND (answered_by <> person_id)))),
  constraint role_request_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE UNIQUE INDEX role_request_once ON role_request USING btree (org_id, person_id, role, COALESCE(programme_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE (state = 'waiting'::text);
alter table role_request force row level security;
create policy tenant on role_request using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on role_request to espalier_app;
comment on column role_request.is_invited is 'The person is invited when the role is confirmed';
