-- How firms and mentors come in: applications on the public page or by staff, and imports of lists.

create table application (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  programme_id uuid not null,
  enrolment_id uuid,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'withdrawn')),
  source text not null default 'public' check (source in ('public', 'staff')),
  applicant_name text not null default '' check (length(applicant_name) <= 200),
  applicant_email text not null default '' check (length(applicant_email) <= 320),
  is_potential_entrepreneur boolean not null default false,
  answers jsonb not null default '{}',
  step text not null default 'about-you',
  submitted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, programme_id) references programme on delete cascade,
  foreign key (org_id, enrolment_id) references enrolment on delete set null (enrolment_id)
);
create index application_programme on application (org_id, programme_id, state);
call tenant_table('application');

create table import_run (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  programme_id uuid,
  kind text not null check (kind in ('enterprises', 'people', 'mentors')),
  file_id uuid,
  file_name text not null check (length(file_name) <= 200),
  file_sha256 text not null,
  sheet text,
  headers jsonb not null default '[]',
  format jsonb not null default '{}',
  mapping jsonb not null default '{}',
  state text not null default 'uploaded'
    check (state in ('uploaded', 'mapped', 'checking', 'checked', 'taking', 'done', 'failed', 'abandoned')),
  total integer not null default 0,
  progress integer not null default 0,
  counts jsonb not null default '{}',
  failure text,
  started_by uuid,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, programme_id) references programme on delete cascade,
  foreign key (org_id, file_id) references file on delete set null (file_id)
);
call tenant_table('import_run');

create table import_row (
  org_id uuid not null references organisation on delete cascade,
  run_id uuid not null,
  row_number integer not null,
  cells jsonb not null,
  outcome text check (outcome in ('create', 'update', 'unchanged', 'ask', 'rejected')),
  decision text check (decision in ('merge', 'new', 'skip')),
  match_id uuid,
  changes jsonb not null default '{}',
  problems jsonb not null default '[]',
  taken_at timestamptz,
  subject_id uuid,
  primary key (org_id, run_id, row_number),
  foreign key (org_id, run_id) references import_run on delete cascade
);
create index import_row_outcome on import_row (org_id, run_id, outcome);
call tenant_table('import_row');

create table import_mapping (
  org_id uuid not null references organisation on delete cascade,
  kind text not null,
  signature text not null,
  mapping jsonb not null,
  used_at timestamptz not null default now(),
  primary key (org_id, kind, signature)
);
call tenant_table('import_mapping');
