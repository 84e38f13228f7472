create table trait_wish (
  org_id uuid not null,
  enterprise_id uuid not null,
  trait text not null,
  is_must boolean not null,
  stated_by uuid,
  stated_at timestamp with time zone not null,
  constraint trait_wish_pkey PRIMARY KEY (org_id, enterprise_id),
  constraint trait_wish_org_id_enterprise_id_fkey FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprise(org_id, id) ON DELETE CASCADE,
  constraint trait_wish_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint trait_wish_trait_check CHECK ((trait = ANY (ARRAY['woman'::text, 'man'::text, 'minority-ethnic'::text, 'disabled'::text, 'carer'::text, 'came-from-abroad'::text])))
);
alter table trait_wish force row level security;
create policy tenant on trait_wish using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on trait_wish to espalier_app;
