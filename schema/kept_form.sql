create table kept_form (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  path text not null,
  body text not null,
  kept_at timestamp with time zone not null,
  constraint kept_form_pkey PRIMARY KEY (org_id, id),
  constraint kept_form_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint kept_form_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id) ON DELETE CASCADE,
  constraint kept_form_path_check CHECK ((length(path) <= 400))
);
CREATE INDEX kept_form_person ON kept_form USING btree (org_id, person_id, kept_at);
alter table kept_form force row level security;
create policy tenant on kept_form using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on kept_form to espalier_app;
comment on column kept_form.path is 'The page that the form was sent to, with its query; a page of ours below the organisation.';
comment on column kept_form.body is 'The fields as JSON, sealed with the organisation''s key.';
