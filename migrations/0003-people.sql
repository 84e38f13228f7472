-- People of an organisation, their roles and invitations. An account (schema auth) may be a person in
-- several organisations; a person may have several roles.

create table person (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  user_id text,
  name text not null check (length(name) between 1 and 200),
  email text check (length(email) <= 320),
  phone text check (length(phone) <= 50),
  access_needs text check (length(access_needs) <= 2000),
  quiet_from time not null default '20:00',
  quiet_to time not null default '08:00',
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id)
);
create unique index person_user on person (org_id, user_id) where user_id is not null and removed_at is null;
create index person_email on person (org_id, lower(email));
create index person_by_user on person (user_id);
call tenant_table('person');
comment on column person.access_needs is 'Reasonable adjustments (Equality Act 2010); staff and the person only';

create table programme (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name text not null check (length(name) between 1 and 200),
  state text not null default 'draft' check (state in ('draft', 'open', 'closing', 'closed')),
  starts_on date,
  ends_on date,
  zone text not null default 'Europe/London',
  currency text not null default 'GBP' check (length(currency) = 3),
  mentoring_model text not null default 'proactive'
    check (mentoring_model in ('reactive', 'proactive', 'board', 'lead-and-specialists')),
  size_bands text[] not null default '{micro,small}',
  sic_divisions text[] not null default '{}',
  remit_description text not null default '' check (length(remit_description) <= 1000),
  trading_at_least_months integer check (trading_at_least_months between 0 and 1200),
  trading_below_months integer check (trading_below_months between 1 and 1200),
  takes_potential_entrepreneurs boolean not null default true,
  business_sales_at_least integer check (business_sales_at_least between 0 and 100),
  cadence jsonb not null default
    '{"pre-start":14,"start-up":14,"early":14,"growth":21,"scale-up":21,"mature":30}',
  answer_days integer not null default 5 check (answer_days between 1 and 60),
  introduction_days integer not null default 7 check (introduction_days between 1 and 90),
  applications_open boolean not null default true,
  about text not null default '' check (length(about) <= 5000),
  signposts jsonb not null default '[]',
  setup_step text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, slug),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
call tenant_table('programme');
comment on column programme.cadence is 'Days between contacts of the adviser, per stage of the enterprise';
comment on column programme.sic_divisions is 'Remit: two-digit divisions presumed in; empty means every activity';

create table role_grant (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in
    ('admin', 'manager', 'adviser', 'mentor', 'participant', 'verifier', 'finance', 'auditor', 'partner')),
  programme_id uuid,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  expires_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  reason text,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person on delete cascade,
  foreign key (org_id, programme_id) references programme on delete cascade
);
create unique index role_grant_once on role_grant
  (org_id, person_id, role, coalesce(programme_id, '00000000-0000-0000-0000-000000000000'))
  where ended_at is null;
call tenant_table('role_grant');
comment on column role_grant.programme_id is 'Null: in every programme of the organisation';

create table invitation (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  person_id uuid not null,
  email text not null check (length(email) <= 320),
  link_id uuid not null,
  invited_by uuid,
  invited_at timestamptz not null default now(),
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person on delete cascade,
  foreign key (org_id, link_id) references link on delete cascade
);
call tenant_table('invitation');

-- The organisations of an account, before one is chosen.
create function organisations_of_user(wanted text)
  returns table (org_id uuid, slug text, name text, person_id uuid)
  language sql stable security definer set search_path = public
  as $$ select o.org_id, o.slug, o.name, p.id
        from person p join organisation o on o.org_id = p.org_id
        where p.user_id = wanted and p.removed_at is null
        order by o.name $$;
revoke all on function organisations_of_user from public;
grant execute on function organisations_of_user to espalier_app;
revoke all on function find_organisation from public;
revoke all on function all_organisations from public;
