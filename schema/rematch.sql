create table rematch (
  org_id uuid not null,
  id uuid not null,
  match_id uuid not null,
  source text not null,
  note text default ''::text not null,
  raised_by uuid,
  raised_at timestamp with time zone not null,
  outcome text,
  reason text default ''::text not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint rematch_pkey PRIMARY KEY (org_id, id),
  constraint rematch_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint rematch_org_id_match_id_fkey FOREIGN KEY (org_id, match_id) REFERENCES match(org_id, id) ON DELETE CASCADE,
  constraint rematch_check CHECK (((outcome IS NULL) = (settled_at IS NULL))),
  constraint rematch_note_check CHECK ((length(note) <= 2000)),
  constraint rematch_outcome_check CHECK ((outcome = ANY (ARRAY['changed'::text, 'kept'::text]))),
  constraint rematch_reason_check CHECK ((length(reason) <= 2000)),
  constraint rematch_source_check CHECK ((source = ANY (ARRAY['fit-check'::text, 'mentor-away'::text, 'staff'::text])))
);
CREATE INDEX rematch_match ON rematch USING btree (org_id, match_id);
CREATE UNIQUE INDEX rematch_open ON rematch USING btree (org_id, match_id) WHERE (settled_at IS NULL);
alter table rematch force row level security;
create policy tenant on rematch using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on rematch to espalier_app;
comment on column rematch.note is 'Staff only';
