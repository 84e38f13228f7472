create table mentor_conflict (
  org_id uuid not null,
  id uuid not null,
  mentor_id uuid not null,
  enterprise_id uuid not null,
  kind text not null,
  note text default ''::text not null,
  declared_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint mentor_conflict_pkey PRIMARY KEY (org_id, id),
  constraint mentor_conflict_org_id_enterprise_id_fkey FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprise(org_id, id) ON DELETE CASCADE,
  constraint mentor_conflict_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint mentor_conflict_org_id_mentor_id_fkey FOREIGN KEY (org_id, mentor_id) REFERENCES mentor(org_id, id) ON DELETE CASCADE,
  constraint mentor_conflict_kind_check CHECK ((kind = ANY (ARRAY['shareholding'::text, 'client'::text, 'competitor'::text, 'family'::text, 'other'::text]))),
  constraint mentor_conflict_note_check CHECK ((length(note) <= 2000))
);
CREATE INDEX mentor_conflict_enterprise ON mentor_conflict USING btree (org_id, enterprise_id) WHERE (enterprise_id IS NOT NULL);
CREATE INDEX mentor_conflict_mentor ON mentor_conflict USING btree (org_id, mentor_id);
alter table mentor_conflict force row level security;
create policy tenant on mentor_conflict using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on mentor_conflict to espalier_app;
