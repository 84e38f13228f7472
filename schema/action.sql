create table action (
  org_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  need_id uuid,
  session_id uuid,
  title text not null,
  owner text not null,
  due_on date,
  measure text default ''::text not null,
  state text default 'open'::text not null,
  ended_on date,
  created_by uuid,
  created_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint action_pkey PRIMARY KEY (org_id, id),
  constraint action_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE CASCADE,
  constraint action_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint action_org_id_need_id_fkey FOREIGN KEY (org_id, need_id) REFERENCES need(org_id, id) ON DELETE SET NULL (need_id),
  constraint action_org_id_session_id_fkey FOREIGN KEY (org_id, session_id) REFERENCES session(org_id, id) ON DELETE SET NULL (session_id),
  constraint action_measure_check CHECK ((length(measure) <= 500)),
  constraint action_owner_check CHECK ((owner = ANY (ARRAY['enterprise'::text, 'mentor'::text, 'adviser'::text]))),
  constraint action_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text]))),
  constraint action_title_check CHECK (((length(title) >= 1) AND (length(title) <= 500)))
);
CREATE INDEX action_enrolment ON action USING btree (org_id, enrolment_id, state);
CREATE INDEX action_need ON action USING btree (org_id, need_id) WHERE (need_id IS NOT NULL);
CREATE INDEX action_session ON action USING btree (org_id, session_id) WHERE (session_id IS NOT NULL);
alter table action force row level security;
create policy tenant on action using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on action to espalier_app;
