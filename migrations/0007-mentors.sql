-- Mentors (named people) and the suppliers that contract for them.

create table supplier (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  company_number text check (length(company_number) <= 8),
  vat_number text check (length(vat_number) <= 14),
  version integer not null default 1,
  primary key (org_id, id)
);
call tenant_table('supplier');

create table mentor (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  person_id uuid not null,
  supplier_id uuid,
  state text not null default 'appointed'
    check (state in ('candidate', 'appointed', 'inducted', 'live', 'paused', 'left')),
  inducted_on date,
  code_signed_on date,
  contract_from date,
  contract_to date,
  paused_until date,
  pause_reason text check (length(pause_reason) <= 500),
  headline text not null default '' check (length(headline) <= 200),
  story text not null default '' check (length(story) <= 4000),
  roles text[] not null default '{specialist}',
  places integer not null default 4 check (places between 0 and 100),
  minutes_per_month integer not null default 600 check (minutes_per_month between 0 and 20000),
  languages text[] not null default '{English}',
  meets text[] not null default '{in-person,video}',
  authority_codes text[] not null default '{}',
  home_postcode text check (length(home_postcode) <= 12),
  sectors text[] not null default '{}',
  stages text[] not null default '{}',
  sizes text[] not null default '{}',
  style jsonb not null default '{}',
  availability jsonb not null default '[]',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, person_id),
  foreign key (org_id, person_id) references person on delete restrict,
  foreign key (org_id, supplier_id) references supplier on delete restrict
);
call tenant_table('mentor');
comment on column mentor.style is 'Axes T1-T4, I1-I4, each 1-5, as the mentor describes how they like to work';

create table mentor_expertise (
  org_id uuid not null references organisation on delete cascade,
  mentor_id uuid not null,
  area text not null check (length(area) <= 40),
  level integer not null check (level between 1 and 5),
  evidence text not null default 'self-stated'
    check (evidence in ('self-stated', 'verified', 'shown')),
  topics text[] not null default '{}',
  primary key (org_id, mentor_id, area),
  foreign key (org_id, mentor_id) references mentor on delete cascade
);
call tenant_table('mentor_expertise');

create table mentor_conflict (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  mentor_id uuid not null,
  enterprise_id uuid not null,
  kind text not null check (kind in ('shareholding', 'client', 'competitor', 'family', 'other')),
  note text not null default '' check (length(note) <= 2000),
  declared_at timestamptz not null,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, mentor_id) references mentor on delete cascade,
  foreign key (org_id, enterprise_id) references enterprise on delete cascade
);
call tenant_table('mentor_conflict');

-- How the firm likes to be worked with and what it wishes for; never a protected trait.
create table working_style (
  org_id uuid not null references organisation on delete cascade,
  enterprise_id uuid not null,
  axes jsonb not null default '{}',
  wish text not null default '' check (length(wish) <= 1000),
  languages text[] not null default '{}',
  meets text[] not null default '{}',
  availability jsonb not null default '[]',
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (org_id, enterprise_id),
  foreign key (org_id, enterprise_id) references enterprise on delete cascade
);
call tenant_table('working_style');
