-- A zero too many in a frozen baseline could be mended by nobody. Two people correct it now: one asks with the right
-- figure and a reason, another agrees or refuses with theirs. What stood there before is kept.
create table baseline_correction (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enrolment_id uuid not null,
  kind text not null check (length(kind) <= 40),
  before bigint not null,
  amount bigint not null,
  reason text not null check (length(reason) between 1 and 2000),
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  is_agreed boolean,
  answer text check (length(answer) <= 2000),
  primary key (org_id, id),
  foreign key (org_id, enrolment_id) references enrolment on delete cascade,
  foreign key (org_id, asked_by) references person on delete restrict,
  foreign key (org_id, answered_by) references person on delete restrict,
  check (answered_by is null or answered_by <> asked_by)
);
create unique index baseline_correction_open on baseline_correction (org_id, enrolment_id, kind)
  where answered_at is null;
create index baseline_correction_enrolment on baseline_correction (org_id, enrolment_id);
call tenant_table('baseline_correction', 'select, insert, update');
grant update (figures) on baseline to espalier_app;
comment on table baseline is 'Frozen before first support; changed by an agreed correction alone, which keeps what was there (C8 compares with it)';
