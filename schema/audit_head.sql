create table audit_head (
  org_id uuid not null,
  seq bigint not null,
  hash text not null,
  keyed_from bigint,
  mac text,
  constraint audit_head_pkey PRIMARY KEY (org_id),
  constraint audit_head_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE RESTRICT
);
alter table audit_head force row level security;
create policy tenant on audit_head using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant select on audit_head to espalier_app;
comment on column audit_head.mac is 'The application''s seal over the number and hash of the last entry';
