create table idempotency_key (
  org_id uuid not null,
  key text not null,
  command text not null,
  person_id uuid,
  result jsonb,
  created_at timestamp with time zone default now() not null,
  input_hash text,
  constraint idempotency_key_pkey PRIMARY KEY (org_id, key),
  constraint idempotency_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint idempotency_key_key_check CHECK (((length(key) >= 8) AND (length(key) <= 100)))
);
alter table idempotency_key force row level security;
create policy tenant on idempotency_key using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on idempotency_key to espalier_app;
comment on column idempotency_key.input_hash is 'Keyed hash of the parsed input; null for forms sent before there was one.';
