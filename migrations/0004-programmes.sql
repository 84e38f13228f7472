-- What a programme is measured by: funders, versioned rule sets and their dated adoption, targets.

create table funder (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  primary key (org_id, id)
);
call tenant_table('funder');

create table programme_funder (
  org_id uuid not null references organisation on delete cascade,
  programme_id uuid not null,
  funder_id uuid not null,
  agreement_reference text not null default '' check (length(agreement_reference) <= 200),
  agreed_on date,
  primary key (org_id, programme_id, funder_id),
  foreign key (org_id, programme_id) references programme on delete cascade,
  foreign key (org_id, funder_id) references funder on delete restrict
);
call tenant_table('programme_funder');

create table programme_area (
  org_id uuid not null references organisation on delete cascade,
  programme_id uuid not null,
  authority_code text not null check (length(authority_code) <= 20),
  authority_name text not null check (length(authority_name) <= 200),
  primary key (org_id, programme_id, authority_code),
  foreign key (org_id, programme_id) references programme on delete cascade
);
call tenant_table('programme_area');
comment on column programme_area.authority_code is 'ONS code of the local authority, e.g. E08000026';

-- A rule set never changes once adopted: an edit makes the next version.
create table rule_set (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  code text not null check (length(code) <= 60),
  version text not null check (length(version) <= 60),
  name text not null check (length(name) <= 200),
  effective_from date not null,
  body jsonb not null,
  copied_from text,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, code, version)
);
call tenant_table('rule_set');

create table rule_set_adoption (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  programme_id uuid not null,
  rule_set_id uuid not null,
  adopted_on date not null,
  reason text not null check (length(reason) between 1 and 2000),
  adopted_by uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, programme_id, adopted_on),
  foreign key (org_id, programme_id) references programme on delete cascade,
  foreign key (org_id, rule_set_id) references rule_set on delete restrict
);
call tenant_table('rule_set_adoption');
comment on table rule_set_adoption is
  'ESIF-GN-1-002: the version in force at agreement stays; a later one is taken as a whole by a change request';

create table target (
  org_id uuid not null references organisation on delete cascade,
  programme_id uuid not null,
  indicator text not null check (length(indicator) <= 40),
  quarter text not null check (quarter ~ '^\d{4}-Q[1-4]$'),
  value numeric(14, 2) not null check (value >= 0),
  primary key (org_id, programme_id, indicator, quarter),
  foreign key (org_id, programme_id) references programme on delete cascade
);
call tenant_table('target');

create table score_weights (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  programme_id uuid not null,
  version integer not null,
  weights jsonb not null,
  reason text not null check (length(reason) between 1 and 2000),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, programme_id, version),
  foreign key (org_id, programme_id) references programme on delete cascade
);
call tenant_table('score_weights');
