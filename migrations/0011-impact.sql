-- The two ledgers: outputs by the funder's definition, and what the firms themselves say changed.

create table output (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  programme_id uuid not null,
  enrolment_id uuid not null,
  indicator text not null check (length(indicator) <= 40),
  value numeric(14, 2) not null default 1,
  achieved_on date not null,
  state text not null default 'recorded'
    check (state in ('recorded', 'evidence-complete', 'verified', 'withdrawn')),
  statement text not null default '' check (length(statement) <= 2000),
  document_id uuid,
  recorded_by uuid,
  recorded_at timestamptz not null,
  verified_by uuid,
  verified_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, programme_id) references programme on delete restrict,
  foreign key (org_id, enrolment_id) references enrolment on delete restrict,
  foreign key (org_id, document_id) references document on delete restrict,
  check (verified_by is null or verified_by <> recorded_by)
);
create unique index output_once on output (org_id, programme_id, enrolment_id, indicator)
  where state <> 'withdrawn';
call tenant_table('output');

create table client_comment (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enrolment_id uuid not null,
  body text not null check (length(body) between 1 and 4000),
  said_by uuid,
  said_on date not null,
  may_publish boolean not null default false,
  primary key (org_id, id),
  foreign key (org_id, enrolment_id) references enrolment on delete cascade
);
call tenant_table('client_comment');
