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
  constraint audit_pkey PRIMARY KEY (org_id, seq),
  constraint audit_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE RESTRICT,
  constraint audit_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'link'::text, 'system'::text, 'public'::text])))
);
CREATE INDEX audit_subject ON audit USING btree (org_id, subject_kind, subject_id, seq);
alter table audit force row level security;
create policy tenant on audit using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant select on audit to espalier_app;
