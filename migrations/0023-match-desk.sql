-- The match desk: one proposal for all open needs of a programme, from the first look to the letters. A draft is
-- solved anew whenever it is looked at, so that only what people changed about it is kept, as a log that undo and
-- redo are entries of. When it is published, what was solved and its proof are kept for good.

create table allocation (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  programme_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'published', 'abandoned')),
  started_by uuid,
  started_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  close_reason text check (length(close_reason) <= 2000),
  -- Kept when it is published: the input and the result as JSON, compressed, and the hash of the input's JSON.
  weights jsonb,
  weights_version integer,
  input bytea,
  result bytea,
  input_hash text,
  summary jsonb,
  verified_by uuid,
  verified_at timestamptz,
  is_proved boolean,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, programme_id) references programme on delete cascade,
  check ((state = 'draft') = (closed_at is null)),
  check (state <> 'published' or (input is not null and result is not null and input_hash is not null))
);
create unique index allocation_draft on allocation (org_id, programme_id) where state = 'draft';
create index allocation_programme on allocation (org_id, programme_id, started_at);
call tenant_table('allocation');

create table allocation_edit (
  org_id uuid not null references organisation on delete cascade,
  allocation_id uuid not null,
  number integer not null,
  kind text not null check (kind in
    ('pin', 'unpin', 'bar', 'unbar', 'pause', 'resume', 'places', 'set-aside', 'take-back', 'loyalty',
      'undo', 'redo')),
  need_id uuid,
  mentor_id uuid,
  amount integer,
  reason text not null default '' check (length(reason) <= 2000),
  made_by uuid,
  made_at timestamptz not null,
  primary key (org_id, allocation_id, number),
  foreign key (org_id, allocation_id) references allocation on delete cascade,
  foreign key (org_id, need_id) references need on delete cascade,
  foreign key (org_id, mentor_id) references mentor on delete cascade
);
call tenant_table('allocation_edit');

create table allocation_pair (
  org_id uuid not null references organisation on delete cascade,
  allocation_id uuid not null,
  position integer not null,
  need_id uuid not null,
  mentor_id uuid not null,
  -- The mentor that the proposal kept with the allocation names for the need; null when it names nobody.
  proposed_mentor_id uuid,
  fit integer not null,
  is_pinned boolean not null,
  reason text not null default '' check (length(reason) <= 2000),
  outcome text not null check (outcome in ('offered', 'listed', 'held', 'skipped')),
  note text not null default '' check (length(note) <= 2000),
  primary key (org_id, allocation_id, position),
  unique (org_id, allocation_id, need_id),
  foreign key (org_id, allocation_id) references allocation on delete cascade,
  foreign key (org_id, need_id) references need on delete cascade,
  foreign key (org_id, mentor_id) references mentor on delete cascade
);
call tenant_table('allocation_pair');

alter table offer
  add column allocation_id uuid,
  add column allocation_position integer,
  add foreign key (org_id, allocation_id) references allocation on delete set null (allocation_id);
create index offer_allocation on offer (org_id, allocation_id) where allocation_id is not null;

alter table shortlist
  add column allocation_id uuid,
  add column allocation_position integer,
  add foreign key (org_id, allocation_id) references allocation on delete set null (allocation_id);
create index shortlist_allocation on shortlist (org_id, allocation_id) where allocation_id is not null;
