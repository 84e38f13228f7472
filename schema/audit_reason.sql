create table audit_reason (
  org_id uuid not null,
  seq bigint not null,
  text text not null,
  constraint audit_reason_pkey PRIMARY KEY (org_id, seq),
  constraint audit_reason_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE RESTRICT,
  constraint audit_reason_org_id_seq_fkey FOREIGN KEY (org_id, seq) REFERENCES audit(org_id, seq) ON DELETE RESTRICT
);
alter table audit_reason force row level security;
create policy tenant on audit_reason using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant select on audit_reason to espalier_app;
