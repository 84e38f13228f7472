-- Sessions as both sides saw them. One session may have several mentors and, as a group, several firms.

create table session (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  programme_id uuid not null,
  format text not null default 'one-to-one' check (format in ('one-to-one', 'group')),
  state text not null default 'logged' check (state in ('planned', 'logged', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  mode text not null check (mode in ('in-person', 'video', 'phone')),
  place text not null default '' check (length(place) <= 300),
  topics text[] not null default '{}',
  kinds text[] not null default '{}',
  summary text not null default '' check (length(summary) <= 5000),
  contact_minutes integer not null default 0 check (contact_minutes between 0 and 1440),
  preparation_minutes integer not null default 0 check (preparation_minutes between 0 and 1440),
  follow_up_minutes integer not null default 0 check (follow_up_minutes between 0 and 1440),
  travel_minutes integer not null default 0 check (travel_minutes between 0 and 1440),
  administration_minutes integer not null default 0 check (administration_minutes between 0 and 1440),
  logged_by uuid,
  logged_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, programme_id) references programme on delete restrict,
  check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours')
);
create index session_programme on session (org_id, programme_id, starts_at);
call tenant_table('session');

create table session_mentor (
  org_id uuid not null references organisation on delete cascade,
  session_id uuid not null,
  mentor_id uuid not null,
  match_id uuid,
  attendance text not null default 'attended' check (attendance in
    ('attended', 'late', 'cancelled-in-time', 'cancelled-late', 'no-show', 'excused')),
  reason text not null default '' check (length(reason) <= 500),
  primary key (org_id, session_id, mentor_id),
  foreign key (org_id, session_id) references session on delete cascade,
  foreign key (org_id, mentor_id) references mentor on delete restrict,
  foreign key (org_id, match_id) references match on delete restrict
);
create index session_mentor_mentor on session_mentor (org_id, mentor_id);
call tenant_table('session_mentor');

create table session_enterprise (
  org_id uuid not null references organisation on delete cascade,
  session_id uuid not null,
  enrolment_id uuid not null,
  need_id uuid,
  attendance text not null default 'attended' check (attendance in
    ('attended', 'late', 'cancelled-in-time', 'cancelled-late', 'no-show', 'excused')),
  reason text not null default '' check (length(reason) <= 500),
  confirmation text not null default 'waiting'
    check (confirmation in ('waiting', 'confirmed', 'disputed', 'settled')),
  confirmed_by uuid,
  confirmed_at timestamptz,
  dispute text not null default '' check (length(dispute) <= 2000),
  primary key (org_id, session_id, enrolment_id),
  foreign key (org_id, session_id) references session on delete cascade,
  foreign key (org_id, enrolment_id) references enrolment on delete restrict,
  foreign key (org_id, need_id) references need on delete set null (need_id)
);
create index session_enterprise_enrolment on session_enterprise (org_id, enrolment_id);
call tenant_table('session_enterprise');

-- Never seen by the firm or the auditor.
create table session_remark (
  org_id uuid not null references organisation on delete cascade,
  session_id uuid not null,
  mentor_id uuid not null,
  body text not null check (length(body) <= 40000),
  written_at timestamptz not null,
  primary key (org_id, session_id, mentor_id),
  foreign key (org_id, session_id) references session on delete cascade,
  foreign key (org_id, mentor_id) references mentor on delete restrict
);
call tenant_table('session_remark');

alter table action add foreign key (org_id, session_id) references session on delete set null (session_id);
