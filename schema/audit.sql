create table audit (
  org_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  actor_id uuid,
  actor_kind text not null,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  reason text,
  changes jsonb default '{}'::jsonb not null,
  previous_hash text not null,
  hash text not null,
  form smallint default 1 not null,
  reason_hash text,
  constraint audit_pkey PRIMARY KEY (org_id, seq),
  constraint audit_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE RESTRICT,
  constraint audit_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'link'::text, 'system'::text, 'public'::text]))),
  constraint audit_form_check CHECK ((form = ANY (ARRAY[1, 2])))
);
CREATE INDEX audit_subject ON audit USING btree (org_id, subject_kind, subject_id, seq);
alter table audit force row level security;
create policy tenant on audit using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant select on audit to espalier_app;
comment on column audit.reason is 'Only in entries of form 1';
comment on column audit.form is '1: a plain hash that covers the reason; 2: keyed, and covering the reason''s hash';
