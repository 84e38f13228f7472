create table file_chunk (
  org_id uuid not null,
  sha256 text not null,
  n integer not null,
  bytes bytea not null,
  constraint file_chunk_pkey PRIMARY KEY (org_id, sha256, n),
  constraint file_chunk_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE
);
alter table file_chunk force row level security;
create policy tenant on file_chunk using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on file_chunk to espalier_app;
