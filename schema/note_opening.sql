create table note_opening (
  org_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  state text default 'waiting'::text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  open_until timestamp with time zone,
  constraint note_opening_pkey PRIMARY KEY (org_id, id),
  constraint note_opening_org_id_answered_by_fkey FOREIGN KEY (org_id, answered_by) REFERENCES person(org_id, id) ON DELETE CASCADE,
  constraint note_opening_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE CASCADE,
  constraint note_opening_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint note_opening_org_id_requested_by_fkey FOREIGN KEY (org_id, requested_by) REFERENCES person(org_id, id) ON DELETE CASCADE,
  constraint note_opening_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 1000))),
  constraint note_opening_second_person CHECK (((state <> 'confirmed'::text) OR ((answered_by IS NOT NULL) AND (answered_by <> requested_by) AND (open_until IS NOT NULL)))),
  constraint note_opening_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX note_opening_answered_by ON note_opening USING btree (org_id, answered_by);
CREATE INDEX note_opening_enrolment ON note_opening USING btree (org_id, enrolment_id);
CREATE UNIQUE INDEX note_opening_once ON note_opening USING btree (org_id, enrolment_id, requested_by) WHERE (state = 'waiting'::text);
CREATE INDEX note_opening_requested_by ON note_opening USING btree (org_id, requested_by);
alter table note_opening force row level security;
create policy tenant on note_opening using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant insert, select, update on note_opening to espalier_app;
