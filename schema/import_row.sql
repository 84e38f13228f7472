create table import_row (
  org_id uuid not null,
  run_id uuid not null,
  row_number integer not null,
  cells jsonb not null,
  outcome text,
  decision text,
  match_id uuid,
  changes jsonb default '{}'::jsonb not null,
  problems jsonb default '[]'::jsonb not null,
  taken_at timestamp with time zone,
  subject_id uuid,
  subject_version integer,
  undone_at timestamp with time zone,
  undo_refusal text,
  constraint import_row_pkey PRIMARY KEY (org_id, run_id, row_number),
  constraint import_row_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint import_row_org_id_run_id_fkey FOREIGN KEY (org_id, run_id) REFERENCES import_run(org_id, id) ON DELETE CASCADE,
  constraint import_row_decision_check CHECK ((decision = ANY (ARRAY['merge'::text, 'new'::text, 'skip'::text]))),
  constraint import_row_outcome_check CHECK ((outcome = ANY (ARRAY['create'::text, 'update'::text, 'unchanged'::text, 'not-known'::text, 'ask'::text, 'rejected'::text]))),
  constraint import_row_undo_refusal_check CHECK ((length(undo_refusal) <= 60))
);
CREATE INDEX import_row_outcome ON import_row USING btree (org_id, run_id, outcome);
CREATE INDEX import_row_subject ON import_row USING btree (org_id, run_id, subject_id) WHERE (subject_id IS NOT NULL);
alter table import_row force row level security;
create policy tenant on import_row using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on import_row to espalier_app;
comment on column import_row.subject_version is 'Version of the record after this row was taken in: a later one was somebody''s work';
