-- Whether two fit is asked of both sides after the first meeting, and again while one is undecided; what a firm
-- thinks of a mentor feeds the score in shrunken form; a mentor is changed only after somebody said why; a mentor's
-- no keeps working until staff set it aside; a founder's wish about who the mentor is works only with traits that
-- mentors gave for that very purpose.

create table fit_check (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  match_id uuid not null,
  side text not null check (side in ('enterprise', 'mentor')),
  round integer not null default 1 check (round between 1 and 50),
  asked_at timestamptz not null,
  reminded_at timestamptz,
  answer text check (answer in ('good', 'undecided', 'not-good')),
  note text not null default '' check (length(note) <= 2000),
  answered_by uuid,
  answered_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, match_id) references match on delete cascade,
  unique (org_id, match_id, side, round),
  check ((answer is null) = (answered_at is null))
);
call tenant_table('fit_check');
comment on column fit_check.note is 'Staff only';

create table mentor_feedback (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  match_id uuid not null,
  occasion text not null check (occasion in ('third-session', 'closure')),
  asked_at timestamptz not null,
  relation integer check (relation between 1 and 5),
  outcome integer check (outcome between 1 and 5),
  note text not null default '' check (length(note) <= 2000),
  answered_by uuid,
  answered_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, match_id) references match on delete cascade,
  unique (org_id, match_id, occasion),
  check ((relation is null) = (answered_at is null))
);
call tenant_table('mentor_feedback');
comment on column mentor_feedback.note is 'Staff only';

create table rematch (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  match_id uuid not null,
  source text not null check (source in ('fit-check', 'mentor-away', 'staff')),
  note text not null default '' check (length(note) <= 2000),
  raised_by uuid,
  raised_at timestamptz not null,
  outcome text check (outcome in ('changed', 'kept')),
  reason text not null default '' check (length(reason) <= 2000),
  settled_by uuid,
  settled_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, match_id) references match on delete cascade,
  check ((outcome is null) = (settled_at is null))
);
create unique index rematch_open on rematch (org_id, match_id) where settled_at is null;
create index rematch_match on rematch (org_id, match_id);
call tenant_table('rematch');
comment on column rematch.note is 'Staff only';

alter table offer add column decline_until date;
alter table offer add column decline_set_aside_at timestamptz;

create table mentor_trait (
  org_id uuid not null references organisation on delete cascade,
  mentor_id uuid not null,
  trait text not null
    check (trait in ('woman', 'man', 'minority-ethnic', 'disabled', 'carer', 'came-from-abroad')),
  given_at timestamptz not null,
  primary key (org_id, mentor_id, trait),
  foreign key (org_id, mentor_id) references mentor on delete cascade
);
call tenant_table('mentor_trait');
comment on table mentor_trait is 'Given by the mentor for founders who ask for it, and read for nothing else';

create table trait_wish (
  org_id uuid not null references organisation on delete cascade,
  enterprise_id uuid not null,
  trait text not null
    check (trait in ('woman', 'man', 'minority-ethnic', 'disabled', 'carer', 'came-from-abroad')),
  is_must boolean not null,
  stated_by uuid,
  stated_at timestamptz not null,
  primary key (org_id, enterprise_id),
  foreign key (org_id, enterprise_id) references enterprise on delete cascade
);
call tenant_table('trait_wish');
