-- A proposal for thousands of needs takes longer than a page may: a job works it out, its progress can be left and
-- found again, and what it found is kept until the next one.

create table desk_solve (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  programme_id uuid not null,
  -- The draft and its version that were solved; null before the first step of one.
  allocation_id uuid,
  allocation_version integer,
  started_by uuid,
  started_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed')),
  stage text not null default 'reading'
    check (stage in ('reading', 'scoring', 'solving', 'explaining', 'further')),
  percent integer not null default 0 check (percent between 0 and 100),
  finished_at timestamptz,
  needs integer,
  mentors integer,
  -- JSON, compressed: what the pages show; then every pair's total, and the input and result with their proof.
  shown bytea,
  totals bytea,
  input bytea,
  result bytea,
  primary key (org_id, id),
  foreign key (org_id, programme_id) references programme on delete cascade,
  foreign key (org_id, allocation_id) references allocation on delete cascade,
  check ((state in ('done', 'failed')) = (finished_at is not null)),
  check (state <> 'done' or (shown is not null and totals is not null and input is not null and result is not null))
);
create unique index desk_solve_under_way on desk_solve (org_id, programme_id)
  where state in ('waiting', 'working');
create index desk_solve_programme on desk_solve (org_id, programme_id, started_at);
create index desk_solve_allocation on desk_solve (org_id, allocation_id) where allocation_id is not null;
call tenant_table('desk_solve');
