create table mentor_trait (
  org_id uuid not null,
  mentor_id uuid not null,
  trait text not null,
  given_at timestamp with time zone not null,
  constraint mentor_trait_pkey PRIMARY KEY (org_id, mentor_id, trait),
  constraint mentor_trait_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint mentor_trait_org_id_mentor_id_fkey FOREIGN KEY (org_id, mentor_id) REFERENCES mentor(org_id, id) ON DELETE CASCADE,
  constraint mentor_trait_trait_check CHECK ((trait = ANY (ARRAY['woman'::text, 'man'::text, 'minority-ethnic'::text, 'disabled'::text, 'carer'::text, 'came-from-abroad'::text])))
);
alter table mentor_trait force row level security;
create policy tenant on mentor_trait using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on mentor_trait to espalier_app;
comment on table mentor_trait is 'Given by the mentor for founders who ask for it, and read for nothing else';
