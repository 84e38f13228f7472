-- From a need to a mentor: shortlists for the firm, offers with an answer clock, matches as periods.

create table shortlist (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  need_id uuid not null,
  state text not null default 'sent' check (state in ('sent', 'chosen', 'declined', 'withdrawn', 'expired')),
  message text not null default '' check (length(message) <= 2000),
  sent_by uuid,
  sent_at timestamptz not null,
  choose_by date not null,
  answered_at timestamptz,
  answer text check (length(answer) <= 2000),
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, need_id) references need on delete cascade
);
create unique index shortlist_open on shortlist (org_id, need_id) where state = 'sent';
call tenant_table('shortlist');

create table shortlist_mentor (
  org_id uuid not null references organisation on delete cascade,
  shortlist_id uuid not null,
  mentor_id uuid not null,
  position integer not null,
  fit integer not null,
  parts jsonb not null,
  is_chosen boolean not null default false,
  primary key (org_id, shortlist_id, mentor_id),
  foreign key (org_id, shortlist_id) references shortlist on delete cascade,
  foreign key (org_id, mentor_id) references mentor on delete restrict
);
call tenant_table('shortlist_mentor');

create table offer (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  need_id uuid not null,
  mentor_id uuid not null,
  shortlist_id uuid,
  role text not null check (role in ('lead', 'specialist', 'pair')),
  state text not null default 'pending'
    check (state in ('pending', 'accepted', 'declined', 'expired', 'withdrawn')),
  fit integer,
  parts jsonb not null default '[]',
  weights_version integer,
  override_reason text check (length(override_reason) <= 2000),
  briefing text not null default '' check (length(briefing) <= 10000),
  offered_by uuid,
  offered_at timestamptz not null,
  answer_by timestamptz not null,
  nudged_at timestamptz,
  answered_at timestamptz,
  decline_reason text check (decline_reason in
    ('no-time', 'not-my-field', 'conflict', 'too-far', 'not-now', 'other')),
  decline_note text check (length(decline_note) <= 2000),
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, need_id) references need on delete cascade,
  foreign key (org_id, mentor_id) references mentor on delete restrict,
  foreign key (org_id, shortlist_id) references shortlist on delete set null (shortlist_id)
);
create unique index offer_pending on offer (org_id, need_id, mentor_id) where state = 'pending';
create index offer_mentor on offer (org_id, mentor_id, state);
create index offer_need on offer (org_id, need_id);
call tenant_table('offer');

create table match (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enrolment_id uuid not null,
  need_id uuid not null,
  mentor_id uuid not null,
  offer_id uuid,
  role text not null check (role in ('lead', 'specialist', 'pair')),
  during daterange not null check (not isempty(during)),
  introduced_at timestamptz,
  end_cause text check (end_cause in
    ('need-changed', 'misfit', 'silence', 'mentor-left', 'finished', 'enterprise-left')),
  end_note text check (length(end_note) <= 2000),
  handover text check (length(handover) <= 5000),
  ended_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, enrolment_id) references enrolment on delete cascade,
  foreign key (org_id, need_id) references need on delete restrict,
  foreign key (org_id, mentor_id) references mentor on delete restrict,
  foreign key (org_id, offer_id) references offer on delete set null (offer_id),
  constraint match_once_at_a_time
    exclude using gist (org_id with =, need_id with =, mentor_id with =, during with &&)
);
create index match_enrolment on match (org_id, enrolment_id);
create index match_mentor on match (org_id, mentor_id);
call tenant_table('match');

create table barred_pair (
  org_id uuid not null references organisation on delete cascade,
  enterprise_id uuid not null,
  mentor_id uuid not null,
  reason text not null check (length(reason) between 1 and 2000),
  cause text not null check (cause in ('veto-enterprise', 'veto-mentor', 'tried-misfit', 'staff')),
  barred_by uuid,
  barred_at timestamptz not null,
  primary key (org_id, enterprise_id, mentor_id),
  foreign key (org_id, enterprise_id) references enterprise on delete cascade,
  foreign key (org_id, mentor_id) references mentor on delete cascade
);
call tenant_table('barred_pair');
comment on column barred_pair.reason is 'Staff only';
