create table import_run (
  org_id uuid not null,
  id uuid not null,
  programme_id uuid,
  kind text not null,
  file_id uuid,
  file_name text not null,
  file_sha256 text not null,
  sheet text,
  headers jsonb default '[]'::jsonb not null,
  format jsonb default '{}'::jsonb not null,
  mapping jsonb default '{}'::jsonb not null,
  state text default 'uploaded'::text not null,
  total integer default 0 not null,
  progress integer default 0 not null,
  counts jsonb default '{}'::jsonb not null,
  failure text,
  started_by uuid,
  created_at timestamp with time zone default now() not null,
  finished_at timestamp with time zone,
  version integer default 1 not null,
  constraint import_run_pkey PRIMARY KEY (org_id, id),
  constraint import_run_org_id_file_id_fkey FOREIGN KEY (org_id, file_id) REFERENCES file(org_id, id) ON DELETE SET NULL (file_id),
  constraint import_run_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint import_run_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint import_run_file_name_check CHECK ((length(file_name) <= 200)),
  constraint import_run_kind_check CHECK ((kind = ANY (ARRAY['enterprises'::text, 'people'::text, 'mentors'::text]))),
  constraint import_run_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'mapped'::text, 'checking'::text, 'checked'::text, 'taking'::text, 'done'::text, 'failed'::text, 'abandoned'::text, 'undoing'::text, 'undone'::text])))
);
alter table import_run force row level security;
create policy tenant on import_run using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on import_run to espalier_app;
