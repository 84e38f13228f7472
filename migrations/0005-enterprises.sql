-- Enterprises and what makes them eligible. One record per firm and organisation; an enrolment ties it to
-- one programme from application to closure.

create table enterprise (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  name_key text not null,
  trading_name text check (length(trading_name) <= 200),
  is_pre_start boolean not null default false,
  company_number text check (length(company_number) <= 8),
  company_status text check (length(company_status) <= 100),
  incorporated_on date,
  trading_since date,
  vat_number text check (length(vat_number) <= 14),
  legal_form text check (length(legal_form) <= 100),
  sic_scheme text not null default 'SIC2007',
  sic_codes text[] not null default '{}',
  sector text check (length(sector) <= 100),
  description text check (length(description) <= 4000),
  website text check (length(website) <= 300),
  phone text check (length(phone) <= 50),
  registered_address text check (length(registered_address) <= 600),
  registered_postcode text check (length(registered_postcode) <= 12),
  trading_address text check (length(trading_address) <= 600),
  trading_postcode text check (length(trading_postcode) <= 12),
  postcode_key text,
  authority_code text check (length(authority_code) <= 20),
  authority_confirmed_by uuid,
  authority_confirmed_at timestamptz,
  is_vat_registered boolean,
  external_reference text check (length(external_reference) <= 100),
  register_checked_on date,
  merged_into uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index enterprise_company on enterprise (org_id, company_number)
  where company_number is not null and merged_into is null;
create index enterprise_vat on enterprise (org_id, vat_number) where vat_number is not null;
create index enterprise_name_postcode on enterprise (org_id, name_key, postcode_key);
create index enterprise_name_trigram on enterprise using gin (name gin_trgm_ops);
create index enterprise_name_order on enterprise (org_id, name, id);
call tenant_table('enterprise');
comment on column enterprise.trading_postcode is 'Never proof of place: authority_code with an adviser''s confirmation is';

create table enterprise_person (
  org_id uuid not null references organisation on delete cascade,
  enterprise_id uuid not null,
  person_id uuid not null,
  position text not null default '' check (length(position) <= 100),
  is_lead boolean not null default false,
  from_on date not null,
  to_on date,
  primary key (org_id, enterprise_id, person_id),
  foreign key (org_id, enterprise_id) references enterprise on delete cascade,
  foreign key (org_id, person_id) references person on delete cascade
);
create index enterprise_person_person on enterprise_person (org_id, person_id);
call tenant_table('enterprise_person');

-- Other firms that count for the size test of 2003/361/EC.
create table enterprise_relation (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enterprise_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  holds_through uuid,
  direction text not null check (direction in ('holds-us', 'held-by-us')),
  holder text not null default 'enterprise' check (holder in
    ('enterprise', 'person', 'public-body', 'venture-capital', 'business-angel', 'university',
     'institutional-investor', 'small-local-authority')),
  percent integer not null check (percent between 0 and 100),
  has_control boolean not null default false,
  is_under_angel_limit boolean not null default false,
  is_consolidated boolean not null default false,
  staff_hundredths integer check (staff_hundredths >= 0),
  turnover_minor bigint,
  balance_sheet_minor bigint,
  currency text not null default 'GBP' check (length(currency) = 3),
  primary key (org_id, id),
  foreign key (org_id, enterprise_id) references enterprise on delete cascade,
  foreign key (org_id, holds_through) references enterprise_relation on delete cascade
);
create index enterprise_relation_enterprise on enterprise_relation (org_id, enterprise_id);
call tenant_table('enterprise_relation');
comment on column enterprise_relation.holds_through is 'The firm whose own relation this is; null when it is the enterprise''s';

create table enrolment (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  programme_id uuid not null,
  enterprise_id uuid not null,
  state text not null default 'applied'
    check (state in ('applied', 'eligible', 'not-eligible', 'withdrawn', 'closed')),
  stage text not null default 'early'
    check (stage in ('pre-start', 'start-up', 'early', 'growth', 'scale-up', 'mature')),
  adviser_id uuid,
  source text not null default 'staff' check (source in ('public', 'staff', 'import', 'referral')),
  applied_on date not null,
  eligible_on date,
  decided_by uuid,
  refusal text check (length(refusal) <= 4000),
  signpost text check (length(signpost) <= 2000),
  cadence_days integer check (cadence_days between 1 and 400),
  next_contact_on date,
  last_contact_on date,
  closed_on date,
  closure_reason text check (length(closure_reason) <= 2000),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, programme_id, enterprise_id),
  foreign key (org_id, programme_id) references programme on delete restrict,
  foreign key (org_id, enterprise_id) references enterprise on delete restrict,
  foreign key (org_id, adviser_id) references person on delete restrict
);
create index enrolment_enterprise on enrolment (org_id, enterprise_id);
create index enrolment_due on enrolment (org_id, programme_id, next_contact_on);
create index enrolment_adviser on enrolment (org_id, adviser_id);
call tenant_table('enrolment');
comment on column enrolment.eligible_on is 'Minutes before this day never count';

-- Every assessment is a row; the latest of each test is in force.
create table eligibility_test (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enrolment_id uuid not null,
  test text not null check (length(test) <= 40),
  result text not null check (result in ('met', 'not-met', 'needs-adviser', 'missing')),
  because text not null check (length(because) <= 4000),
  evidence text not null default '' check (length(evidence) <= 2000),
  facts jsonb not null default '{}',
  rule_set_id uuid,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, enrolment_id) references enrolment on delete cascade
);
create index eligibility_test_latest on eligibility_test (org_id, enrolment_id, test, decided_at desc);
call tenant_table('eligibility_test', 'select, insert');

create table eligibility_override (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enrolment_id uuid not null,
  test text not null check (length(test) <= 40),
  reason text not null check (length(reason) between 1 and 2000),
  requested_by uuid not null,
  requested_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  refused_by uuid,
  refused_at timestamptz,
  answer text check (length(answer) <= 2000),
  primary key (org_id, id),
  foreign key (org_id, enrolment_id) references enrolment on delete cascade,
  check (approved_by is null or approved_by <> requested_by)
);
create unique index eligibility_override_open on eligibility_override (org_id, enrolment_id, test)
  where refused_at is null;
call tenant_table('eligibility_override');

-- A figure of the firm for one accounting year. The impact ledger compares these with the baseline.
create table measure (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enterprise_id uuid not null,
  enrolment_id uuid,
  kind text not null check (kind in
    ('staff', 'turnover', 'profit', 'balance-sheet', 'exports', 'research-spend', 'investment', 'products',
     'grants', 'confidence')),
  amount bigint not null,
  currency text,
  year_ends_on date not null,
  source text not null default 'declaration' check (source in ('declaration', 'accounts', 'payroll', 'estimate', 'import')),
  attribution text check (length(attribution) <= 2000),
  is_reportable boolean not null default false,
  recorded_by uuid,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, enterprise_id) references enterprise on delete cascade,
  foreign key (org_id, enrolment_id) references enrolment on delete set null (enrolment_id)
);
create index measure_enterprise on measure (org_id, enterprise_id, kind, year_ends_on);
call tenant_table('measure');
comment on column measure.amount is 'Staff in hundredths of a full-time equivalent, money in minor units, products as a count, confidence 0-10';

create table baseline (
  org_id uuid not null references organisation on delete cascade,
  enrolment_id uuid not null,
  figures jsonb not null,
  frozen_by uuid,
  frozen_at timestamptz not null,
  primary key (org_id, enrolment_id),
  foreign key (org_id, enrolment_id) references enrolment on delete cascade
);
call tenant_table('baseline', 'select, insert');
comment on table baseline is 'Frozen before first support; never updated (C8 compares with it)';

create table subsidy_award (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enterprise_id uuid not null,
  recipient text not null default '' check (length(recipient) <= 200),
  is_same_group boolean not null default false,
  regime text not null check (length(regime) <= 40),
  giver text not null check (length(giver) <= 200),
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null default 'GBP',
  awarded_on date not null,
  state text not null default 'declared'
    check (state in ('declared', 'notified', 'confirmed', 'withdrawn')),
  primary key (org_id, id),
  foreign key (org_id, enterprise_id) references enterprise on delete cascade
);
call tenant_table('subsidy_award');

create table document (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enterprise_id uuid not null,
  enrolment_id uuid,
  kind text not null default 'other' check (length(kind) <= 60),
  title text not null check (length(title) between 1 and 200),
  file_id uuid not null,
  added_by uuid,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, enterprise_id) references enterprise on delete cascade,
  foreign key (org_id, enrolment_id) references enrolment on delete set null (enrolment_id),
  foreign key (org_id, file_id) references file on delete restrict
);
create index document_enterprise on document (org_id, enterprise_id);
call tenant_table('document');

-- Encrypted for the author and the team; reads are audited.
create table private_note (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enterprise_id uuid not null,
  author_id uuid not null,
  about_kind text not null,
  about_id uuid,
  body text not null check (length(body) <= 150000),
  written_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, enterprise_id) references enterprise on delete cascade,
  foreign key (org_id, author_id) references person on delete restrict
);
create index private_note_enterprise on private_note (org_id, enterprise_id);
call tenant_table('private_note', 'select, insert');
