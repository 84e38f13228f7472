create table file (
  org_id uuid not null,
  id uuid not null,
  sha256 text not null,
  name text not null,
  type text not null,
  size integer not null,
  uploaded_by uuid,
  uploaded_at timestamp with time zone default now() not null,
  constraint file_pkey PRIMARY KEY (org_id, id),
  constraint file_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint file_size_check CHECK ((size >= 0))
);
CREATE INDEX file_uploaded_by ON file USING btree (org_id, uploaded_at) INCLUDE (uploaded_by, size);
alter table file force row level security;
create policy tenant on file using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on file to espalier_app;
