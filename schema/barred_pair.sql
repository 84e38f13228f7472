create table barred_pair (
  org_id uuid not null,
  enterprise_id uuid not null,
  mentor_id uuid not null,
  reason text not null,
  cause text not null,
  barred_by uuid,
  barred_at timestamp with time zone not null,
  constraint barred_pair_pkey PRIMARY KEY (org_id, enterprise_id, mentor_id),
  constraint barred_pair_org_id_enterprise_id_fkey FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprise(org_id, id) ON DELETE CASCADE,
  constraint barred_pair_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint barred_pair_org_id_mentor_id_fkey FOREIGN KEY (org_id, mentor_id) REFERENCES mentor(org_id, id) ON DELETE CASCADE,
  constraint barred_pair_cause_check CHECK ((cause = ANY (ARRAY['veto-enterprise'::text, 'veto-mentor'::text, 'tried-misfit'::text, 'staff'::text]))),
  constraint barred_pair_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
);
CREATE INDEX barred_pair_mentor ON barred_pair USING btree (org_id, mentor_id);
alter table barred_pair force row level security;
create policy tenant on barred_pair using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on barred_pair to espalier_app;
comment on column barred_pair.reason is 'Staff only';
