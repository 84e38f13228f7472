create table session_mentor (
  org_id uuid not null,
  session_id uuid not null,
  mentor_id uuid not null,
  match_id uuid,
  attendance text default 'attended'::text not null,
  reason text default ''::text not null,
  constraint session_mentor_pkey PRIMARY KEY (org_id, session_id, mentor_id),
  constraint session_mentor_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint session_mentor_org_id_match_id_fkey FOREIGN KEY (org_id, match_id) REFERENCES match(org_id, id) ON DELETE RESTRICT,
  constraint session_mentor_org_id_mentor_id_fkey FOREIGN KEY (org_id, mentor_id) REFERENCES mentor(org_id, id) ON DELETE RESTRICT,
  constraint session_mentor_org_id_session_id_fkey FOREIGN KEY (org_id, session_id) REFERENCES session(org_id, id) ON DELETE CASCADE,
  constraint session_mentor_attendance_check CHECK ((attendance = ANY (ARRAY['attended'::text, 'late'::text, 'cancelled-in-time'::text, 'cancelled-late'::text, 'no-show'::text, 'excused'::text]))),
  constraint session_mentor_reason_check CHECK ((length(reason) <= 500))
);
CREATE INDEX session_mentor_match ON session_mentor USING btree (org_id, match_id) WHERE (match_id IS NOT NULL);
CREATE INDEX session_mentor_mentor ON session_mentor USING btree (org_id, mentor_id);
alter table session_mentor force row level security;
create policy tenant on session_mentor using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on session_mentor to espalier_app;
