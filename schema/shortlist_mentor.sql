create table shortlist_mentor (
  org_id uuid not null,
  shortlist_id uuid not null,
  mentor_id uuid not null,
  position integer not null,
  fit integer not null,
  parts jsonb not null,
  is_chosen boolean default false not null,
  refused_for text,
  refusal text default ''::text not null,
  refusal_set_aside_at timestamp with time zone,
  struck_at timestamp with time zone,
  constraint shortlist_mentor_pkey PRIMARY KEY (org_id, shortlist_id, mentor_id),
  constraint shortlist_mentor_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint shortlist_mentor_org_id_mentor_id_fkey FOREIGN KEY (org_id, mentor_id) REFERENCES mentor(org_id, id) ON DELETE RESTRICT,
  constraint shortlist_mentor_org_id_shortlist_id_fkey FOREIGN KEY (org_id, shortlist_id) REFERENCES shortlist(org_id, id) ON DELETE CASCADE,
  constraint shortlist_mentor_refusal_check CHECK ((length(refusal) <= 2000)),
  constraint shortlist_mentor_refused_for_check CHECK ((refused_for = ANY (ARRAY['need'::text, 'enterprise'::text])))
);
CREATE INDEX shortlist_mentor_mentor ON shortlist_mentor USING btree (org_id, mentor_id);
alter table shortlist_mentor force row level security;
create policy tenant on shortlist_mentor using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on shortlist_mentor to espalier_app;
comment on column shortlist_mentor.refusal is 'Staff only: why the firm does not want this mentor';
comment on column shortlist_mentor.struck_at is 'When the mentor could no longer be asked; the firm cannot choose them';
