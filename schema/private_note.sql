create table private_note (
  org_id uuid not null,
  id uuid not null,
  enterprise_id uuid not null,
  author_id uuid not null,
  about_kind text not null,
  about_id uuid,
  body text not null,
  written_at timestamp with time zone not null,
  constraint private_note_pkey PRIMARY KEY (org_id, id),
  constraint private_note_org_id_author_id_fkey FOREIGN KEY (org_id, author_id) REFERENCES person(org_id, id) ON DELETE RESTRICT,
  constraint private_note_org_id_enterprise_id_fkey FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprise(org_id, id) ON DELETE CASCADE,
  constraint private_note_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint private_note_body_check CHECK ((length(body) <= 150000))
);
CREATE INDEX private_note_author ON private_note USING btree (org_id, author_id);
CREATE INDEX private_note_enterprise ON private_note USING btree (org_id, enterprise_id);
alter table private_note force row level security;
create policy tenant on private_note using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant insert, select on private_note to espalier_app;
