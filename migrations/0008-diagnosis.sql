-- What the firm really needs: dated diagnoses, needs with a clock, the action plan, the adviser's contacts.

create table diagnosis (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enrolment_id uuid not null,
  number integer not null,
  state text not null default 'draft' check (state in ('draft', 'done')),
  dated_on date not null,
  stated_need text not null default '' check (length(stated_need) <= 2000),
  real_need text not null default '' check (length(real_need) <= 2000),
  confidence integer check (confidence between 1 and 3),
  adviser_id uuid,
  self_scored_at timestamptz,
  completed_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, enrolment_id, number),
  foreign key (org_id, enrolment_id) references enrolment on delete cascade,
  foreign key (org_id, adviser_id) references person on delete restrict
);
call tenant_table('diagnosis');

create table diagnosis_score (
  org_id uuid not null references organisation on delete cascade,
  diagnosis_id uuid not null,
  area text not null check (length(area) <= 40),
  self_maturity integer check (self_maturity between 0 and 5),
  adviser_maturity integer check (adviser_maturity between 0 and 5),
  importance integer check (importance between 0 and 3),
  urgency integer check (urgency between 0 and 3),
  note text not null default '' check (length(note) <= 2000),
  primary key (org_id, diagnosis_id, area),
  foreign key (org_id, diagnosis_id) references diagnosis on delete cascade
);
call tenant_table('diagnosis_score');

create table need (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enrolment_id uuid not null,
  diagnosis_id uuid,
  replaces_id uuid,
  area text not null check (length(area) <= 40),
  topics text[] not null default '{}',
  detail text not null check (length(detail) between 1 and 2000),
  seen_by text not null default 'adviser' check (seen_by in ('enterprise', 'adviser', 'mentor')),
  priority integer not null default 2 check (priority between 1 and 3),
  state text not null default 'open' check (state in ('open', 'introduced', 'closed')),
  opened_on date not null,
  introduced_on date,
  closed_on date,
  result text check (result in ('met', 'partly-met', 'not-met', 'changed', 'withdrawn')),
  result_note text check (length(result_note) <= 2000),
  minutes_per_month integer not null default 120 check (minutes_per_month between 0 and 6000),
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, enrolment_id) references enrolment on delete cascade,
  foreign key (org_id, diagnosis_id) references diagnosis on delete set null (diagnosis_id)
);
create index need_enrolment on need (org_id, enrolment_id, state);
create index need_open on need (org_id, state, opened_on);
call tenant_table('need');
comment on column need.priority is '1 can wait, 2 normal, 3 pressing: a factor on the whole row in matching';

create table action (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enrolment_id uuid not null,
  need_id uuid,
  session_id uuid,
  title text not null check (length(title) between 1 and 500),
  owner text not null check (owner in ('enterprise', 'mentor', 'adviser')),
  due_on date,
  measure text not null default '' check (length(measure) <= 500),
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  ended_on date,
  created_by uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, enrolment_id) references enrolment on delete cascade,
  foreign key (org_id, need_id) references need on delete set null (need_id)
);
create index action_enrolment on action (org_id, enrolment_id, state);
call tenant_table('action');

create table contact (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enrolment_id uuid not null,
  kind text not null check (kind in ('call', 'meeting', 'mail', 'attempt')),
  happened_at timestamptz not null,
  with_person_id uuid,
  adviser_id uuid,
  achieved text not null default '' check (length(achieved) <= 2000),
  planned text not null default '' check (length(planned) <= 2000),
  blocking text not null default '' check (length(blocking) <= 2000),
  learned text not null default '' check (length(learned) <= 2000),
  has_issue_changed boolean,
  changed_issue text not null default '' check (length(changed_issue) <= 2000),
  next_contact_on date,
  recorded_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, enrolment_id) references enrolment on delete cascade,
  foreign key (org_id, with_person_id) references person on delete set null (with_person_id),
  foreign key (org_id, adviser_id) references person on delete restrict
);
create index contact_enrolment on contact (org_id, enrolment_id, happened_at desc);
call tenant_table('contact');
