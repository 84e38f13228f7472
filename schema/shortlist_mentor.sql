create table shortlist_mentor (
  org_id uuid not null,
  shortlist_id uuid not null,
  mentor_id uuid not null,
  position integer not null,
  fit integer not null,
  parts jsonb not null,
  is_chosen boolean default false not null,
  constraint shortlist_mentor_pkey PRIMARY KEY (org_id, shortlist_id, mentor_id),
  constraint shortlist_mentor_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint shortlist_mentor_org_id_mentor_id_fkey FOREIGN KEY (org_id, mentor_id) REFERENCES mentor(org_id, id) ON DELETE RESTRICT,
  constraint shortlist_mentor_org_id_shortlist_id_fkey FOREIGN KEY (org_id, shortlist_id) REFERENCES shortlist(org_id, id) ON DELETE CASCADE
);
CREATE INDEX shortlist_mentor_mentor ON shortlist_mentor USING btree (org_id, mentor_id);
alter table shortlist_mentor force row level security;
create policy tenant on shortlist_mentor using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on shortlist_mentor to espalier_app;
