-- What an application says beside the firm's own facts waits for an adviser; drafts that nobody touches are
-- reminded once and go; a run of an import names what it left out, and can be undone for some days.

-- Words of an applicant about linked firms, earlier aid and what would help. They count nowhere until an
-- adviser has made a record of them.
create table stated_fact (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enrolment_id uuid not null,
  kind text not null check (kind in ('relation', 'subsidy', 'need')),
  words text not null check (length(words) between 1 and 2000),
  stated_on date not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'set-aside')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, enrolment_id) references enrolment on delete cascade
);
create index stated_fact_enrolment on stated_fact (org_id, enrolment_id, kind);
call tenant_table('stated_fact');

alter table application add column reminded_at timestamptz;
create index application_draft on application (org_id, updated_at) where state = 'draft';

alter table import_run drop constraint import_run_state_check;
alter table import_run add constraint import_run_state_check check (state in
  ('uploaded', 'mapped', 'checking', 'checked', 'taking', 'done', 'failed', 'abandoned', 'undoing', 'undone'));

alter table import_row drop constraint import_row_outcome_check;
alter table import_row add constraint import_row_outcome_check check (outcome in
  ('create', 'update', 'unchanged', 'not-known', 'ask', 'rejected'));
alter table import_row add column subject_version integer;
alter table import_row add column undone_at timestamptz;
alter table import_row add column undo_refusal text check (length(undo_refusal) <= 60);
create index import_row_subject on import_row (org_id, run_id, subject_id) where subject_id is not null;
comment on column import_row.subject_version is 'Version of the record after this row was taken in: a later one was somebody''s work';

-- An undo takes back what the run made and nothing that came later.
alter table enterprise_person add column created_at timestamptz not null default now();
