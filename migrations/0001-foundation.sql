-- The tenant wall, the audit chain and what every module stands on: organisations, idempotency keys,
-- mailed links, rate limits, files and the outbox of mail.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- The organisation of the present transaction, or null.
create function current_org() returns uuid
  language sql stable
  as $$ select nullif(current_setting('app.org', true), '')::uuid $$;

-- Turns a table that has org_id into a tenant table: forced row-level security and the app role's rights.
create procedure tenant_table(name text, rights text default 'select, insert, update, delete')
  language plpgsql
  as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format(
    'create policy tenant on %I using (org_id = current_org()) with check (org_id = current_org())', name);
  execute format('grant %s on %I to espalier_app', rights, name);
end $$;

create table organisation (
  org_id uuid not null,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name text not null check (length(name) between 1 and 200),
  zone text not null default 'Europe/London',
  currency text not null default 'GBP' check (length(currency) = 3),
  is_demonstration boolean not null default false,
  settings jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (org_id)
);
call tenant_table('organisation', 'select, insert, update');

-- The only ways to reach an organisation before the tenant is known.
create function find_organisation(wanted text)
  returns table (org_id uuid, slug text, name text, zone text, currency text, is_demonstration boolean)
  language sql stable security definer set search_path = public
  as $$ select o.org_id, o.slug, o.name, o.zone, o.currency, o.is_demonstration
        from organisation o where o.slug = wanted $$;

create function all_organisations() returns table (org_id uuid, slug text)
  language sql stable security definer set search_path = public
  as $$ select o.org_id, o.slug from organisation o order by o.created_at $$;

-- One row per command already done under a form's key; the answer is given again instead of doing it twice.
create table idempotency_key (
  org_id uuid not null references organisation on delete cascade,
  key text not null check (length(key) between 8 and 100),
  command text not null,
  person_id uuid,
  result jsonb,
  created_at timestamptz not null default now(),
  primary key (org_id, key)
);
call tenant_table('idempotency_key');

-- Append-only. The app role may only read; audit_append is the one way in.
create table audit (
  org_id uuid not null references organisation on delete restrict,
  seq bigint not null,
  at timestamptz not null,
  actor_id uuid,
  actor_kind text not null check (actor_kind in ('person', 'link', 'system', 'public')),
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  reason text,
  changes jsonb not null default '{}',
  previous_hash text not null,
  hash text not null,
  primary key (org_id, seq)
);
create index audit_subject on audit (org_id, subject_kind, subject_id, seq);
call tenant_table('audit', 'select');

create table audit_head (
  org_id uuid not null references organisation on delete restrict,
  seq bigint not null,
  hash text not null,
  primary key (org_id)
);
call tenant_table('audit_head', 'select');

-- What the hash covers; verifyAuditChain recomputes it in the application.
create function audit_text(
  previous text, org uuid, seq bigint, at timestamptz, actor uuid, kind text,
  action text, subject_kind text, subject uuid, reason text, changes jsonb)
  returns text language sql immutable
  as $$ select concat_ws(e'\x1f', previous, org::text, seq::text,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(actor::text, '-'), kind, action, subject_kind, coalesce(subject::text, '-'),
    coalesce(reason, '-'), changes::text) $$;

create function audit_append(
  p_at timestamptz, p_actor uuid, p_kind text, p_action text,
  p_subject_kind text, p_subject uuid, p_reason text, p_changes jsonb)
  returns bigint
  language plpgsql security definer set search_path = public
  as $$
declare
  org uuid := current_org();
  head audit_head%rowtype;
  next_hash text;
begin
  if org is null then raise exception 'no organisation is set'; end if;
  insert into audit_head (org_id, seq, hash) values (org, 0, 'start') on conflict do nothing;
  select * into head from audit_head h where h.org_id = org for update;
  next_hash := encode(sha256(convert_to(audit_text(head.hash, org, head.seq + 1, p_at, p_actor, p_kind,
    p_action, p_subject_kind, p_subject, p_reason, p_changes), 'UTF8')), 'hex');
  insert into audit (org_id, seq, at, actor_id, actor_kind, action, subject_kind, subject_id, reason,
      changes, previous_hash, hash)
    values (org, head.seq + 1, p_at, p_actor, p_kind, p_action, p_subject_kind, p_subject, p_reason,
      p_changes, head.hash, next_hash);
  update audit_head h set seq = head.seq + 1, hash = next_hash where h.org_id = org;
  return head.seq + 1;
end $$;
revoke all on function audit_append from public;
grant execute on function audit_append to espalier_app;
grant execute on function find_organisation, all_organisations to espalier_app;

-- Single-purpose links sent by mail; only the hash of the secret is kept.
create table link (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  secret_hash text not null,
  purpose text not null,
  person_id uuid,
  subject_id uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, secret_hash)
);
call tenant_table('link');

-- Abuse limits live in the database, so that they hold for several processes and after a restart.
-- Not a tenant table: it holds only hashed keys and counts.
create table rate_limit (
  key text not null primary key,
  window_start timestamptz not null,
  hits integer not null
);
grant select, insert, update, delete on rate_limit to espalier_app;

-- The one-time link that lets the first person claim the installation. Not a tenant table.
create table setup_token (
  only_one boolean not null default true primary key check (only_one),
  secret_hash text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
grant select, update on setup_token to espalier_app;

create table file (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  sha256 text not null,
  name text not null check (length(name) between 1 and 200),
  type text not null,
  size integer not null check (size >= 0),
  uploaded_by uuid,
  uploaded_at timestamptz not null default now(),
  primary key (org_id, id)
);
call tenant_table('file');

create table file_chunk (
  org_id uuid not null references organisation on delete cascade,
  sha256 text not null,
  n integer not null,
  bytes bytea not null,
  primary key (org_id, sha256, n)
);
call tenant_table('file_chunk');

-- Written in the transaction of the command that sends; a job delivers and retries.
create table mail (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  person_id uuid,
  to_address text not null check (length(to_address) <= 320),
  to_name text not null default '',
  kind text not null,
  subject text not null check (length(subject) <= 300),
  body text not null check (length(body) <= 50000),
  calendar text,
  calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
  about_kind text,
  about_id uuid,
  urgent boolean not null default false,
  state text not null default 'queued'
    check (state in ('queued', 'sending', 'sent', 'failed', 'cancelled')),
  not_before timestamptz not null default now(),
  give_up_at timestamptz not null default now() + interval '4 days',
  attempts integer not null default 0,
  last_error text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
create index mail_waiting on mail (not_before) where state in ('queued', 'sending');
create index mail_about on mail (org_id, about_id);
call tenant_table('mail');
comment on column mail.not_before is 'Later than created_at when held in the recipient''s quiet hours';
