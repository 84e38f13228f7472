create table allocation_pair (
  org_id uuid not null,
  allocation_id uuid not null,
  position integer not null,
  need_id uuid not null,
  mentor_id uuid not null,
  proposed_mentor_id uuid,
  fit integer not null,
  is_pinned boolean not null,
  reason text default ''::text not null,
  outcome text not null,
  note text default ''::text not null,
  constraint allocation_pair_pkey PRIMARY KEY (org_id, allocation_id, "position"),
  constraint allocation_pair_org_id_allocation_id_need_id_key UNIQUE (org_id, allocation_id, need_id),
  constraint allocation_pair_org_id_allocation_id_fkey FOREIGN KEY (org_id, allocation_id) REFERENCES allocation(org_id, id) ON DELETE CASCADE,
  constraint allocation_pair_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint allocation_pair_org_id_mentor_id_fkey FOREIGN KEY (org_id, mentor_id) REFERENCES mentor(org_id, id) ON DELETE CASCADE,
  constraint allocation_pair_org_id_need_id_fkey FOREIGN KEY (org_id, need_id) REFERENCES need(org_id, id) ON DELETE CASCADE,
  constraint allocation_pair_note_check CHECK ((length(note) <= 2000)),
  constraint allocation_pair_outcome_check CHECK ((outcome = ANY (ARRAY['offered'::text, 'listed'::text, 'held'::text, 'skipped'::text]))),
  constraint allocation_pair_reason_check CHECK ((length(reason) <= 2000))
);
alter table allocation_pair force row level security;
create policy tenant on allocation_pair using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on allocation_pair to espalier_app;
