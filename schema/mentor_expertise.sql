create table mentor_expertise (
  org_id uuid not null,
  mentor_id uuid not null,
  area text not null,
  level integer not null,
  evidence text default 'self-stated'::text not null,
  topics text[] default '{}'::text[] not null,
  constraint mentor_expertise_pkey PRIMARY KEY (org_id, mentor_id, area),
  constraint mentor_expertise_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint mentor_expertise_org_id_mentor_id_fkey FOREIGN KEY (org_id, mentor_id) REFERENCES mentor(org_id, id) ON DELETE CASCADE,
  constraint mentor_expertise_area_check CHECK ((length(area) <= 40)),
  constraint mentor_expertise_evidence_check CHECK ((evidence = ANY (ARRAY['self-stated'::text, 'verified'::text, 'shown'::text]))),
  constraint mentor_expertise_level_check CHECK (((level >= 1) AND (level <= 5)))
);
alter table mentor_expertise force row level security;
create policy tenant on mentor_expertise using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on mentor_expertise to espalier_app;
