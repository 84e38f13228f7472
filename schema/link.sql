create table link (
  org_id uuid not null,
  id uuid not null,
  secret_hash text not null,
  purpose text not null,
  person_id uuid,
  subject_id uuid,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint link_pkey PRIMARY KEY (org_id, id),
  constraint link_org_id_secret_hash_key UNIQUE (org_id, secret_hash),
  constraint link_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE
);
alter table link force row level security;
create policy tenant on link using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on link to espalier_app;
