create table session_remark (
  org_id uuid not null,
  session_id uuid not null,
  mentor_id uuid not null,
  body text not null,
  written_at timestamp with time zone not null,
  constraint session_remark_pkey PRIMARY KEY (org_id, session_id, mentor_id),
  constraint session_remark_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint session_remark_org_id_mentor_id_fkey FOREIGN KEY (org_id, mentor_id) REFERENCES mentor(org_id, id) ON DELETE RESTRICT,
  constraint session_remark_org_id_session_id_fkey FOREIGN KEY (org_id, session_id) REFERENCES session(org_id, id) ON DELETE CASCADE,
  constraint session_remark_body_check CHECK ((length(body) <= 40000))
);
CREATE INDEX session_remark_mentor ON session_remark USING btree (org_id, mentor_id);
alter table session_remark force row level security;
create policy tenant on session_remark using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on session_remark to espalier_app;
