-- The audit chain under a key that the database does not hold: whoever owns the database can no longer write the
-- chain anew. What somebody wrote as a reason moves out of the entry, which keeps its hash, so that erasing the text
-- breaks nothing. Entries made before keep their form; the head says from which entry on the key holds.

alter table audit add column form smallint not null default 1 check (form in (1, 2));
alter table audit add column reason_hash text;
comment on column audit.form is '1: a plain hash that covers the reason; 2: keyed, and covering the reason''s hash';
comment on column audit.reason is 'Only in entries of form 1';

create table audit_reason (
  org_id uuid not null references organisation on delete restrict,
  seq bigint not null,
  text text not null,
  primary key (org_id, seq),
  foreign key (org_id, seq) references audit on delete restrict
);
call tenant_table('audit_reason', 'select');

alter table audit_head add column keyed_from bigint;
alter table audit_head add column mac text;
comment on column audit_head.mac is 'The application''s seal over the number and hash of the last entry';

-- What the seal of an entry covers, without two ways to read it: null and a dash differ here.
create function audit_text_keyed(
  previous text, org uuid, seq bigint, at timestamptz, actor uuid, kind text,
  action text, subject_kind text, subject uuid, reason_hash text, changes jsonb)
  returns text language sql immutable
  as $$ select jsonb_build_array(2, previous, org, seq,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    actor, kind, action, subject_kind, subject, reason_hash, changes)::text $$;

-- Locks the chain until the transaction ends, and gives what the next entry's seal has to cover.
create function audit_begin(
  p_at timestamptz, p_actor uuid, p_kind text, p_action text,
  p_subject_kind text, p_subject uuid, p_reason_hash text, p_changes jsonb)
  returns table (seq bigint, keyed_from bigint, text text)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  org uuid := current_org();
  head audit_head%rowtype;
begin
  if org is null then raise exception 'no organisation is set'; end if;
  insert into audit_head (org_id, seq, hash) values (org, 0, 'start') on conflict do nothing;
  select * into head from audit_head h where h.org_id = org for update;
  return query select head.seq + 1, coalesce(head.keyed_from, head.seq + 1),
    audit_text_keyed(head.hash, org, head.seq + 1, p_at, p_actor, p_kind, p_action, p_subject_kind,
      p_subject, p_reason_hash, p_changes);
end $$;

create function audit_append_keyed(
  p_seq bigint, p_at timestamptz, p_actor uuid, p_kind text, p_action text,
  p_subject_kind text, p_subject uuid, p_reason text, p_reason_hash text, p_changes jsonb,
  p_hash text, p_keyed_from bigint, p_mac text)
  returns bigint
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  org uuid := current_org();
  head audit_head%rowtype;
begin
  select * into head from audit_head h where h.org_id = org for update;
  if head.seq + 1 <> p_seq then raise exception 'another entry came in between'; end if;
  insert into audit (org_id, seq, at, actor_id, actor_kind, action, subject_kind, subject_id, changes,
      previous_hash, hash, form, reason_hash)
    values (org, p_seq, p_at, p_actor, p_kind, p_action, p_subject_kind, p_subject, p_changes,
      head.hash, p_hash, 2, p_reason_hash);
  if p_reason is not null then
    insert into audit_reason (org_id, seq, text) values (org, p_seq, p_reason);
  end if;
  update audit_head h set seq = p_seq, hash = p_hash, keyed_from = p_keyed_from, mac = p_mac
    where h.org_id = org;
  return p_seq;
end $$;

-- Seals the head of a chain that was made before there was a key.
create function audit_seal_head(p_seq bigint, p_keyed_from bigint, p_mac text) returns boolean
  language sql security definer set search_path = public, pg_temp
  as $$ update audit_head h set keyed_from = p_keyed_from, mac = p_mac
        where h.org_id = current_org() and h.seq = p_seq and h.mac is null
        returning true $$;

revoke all on function audit_begin, audit_append_keyed, audit_seal_head from public;
grant execute on function audit_begin, audit_append_keyed, audit_seal_head to espalier_app;
revoke execute on function audit_append from espalier_app;

-- A temporary table of the application's role could stand in for a table of ours in a function with the owner's
-- rights: search it last, and let nobody make one.
alter function find_organisation(text) set search_path = public, pg_temp;
alter function all_organisations() set search_path = public, pg_temp;
alter function audit_append set search_path = public, pg_temp;
alter function find_enterprises set search_path = public, pg_temp;
alter function organisations_of_user set search_path = public, pg_temp;
