create table allocation_edit (
  org_id uuid not null,
  allocation_id uuid not null,
  number integer not null,
  kind text not null,
  need_id uuid,
  mentor_id uuid,
  amount integer,
  reason text default ''::text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint allocation_edit_pkey PRIMARY KEY (org_id, allocation_id, number),
  constraint allocation_edit_org_id_allocation_id_fkey FOREIGN KEY (org_id, allocation_id) REFERENCES allocation(org_id, id) ON DELETE CASCADE,
  constraint allocation_edit_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint allocation_edit_org_id_mentor_id_fkey FOREIGN KEY (org_id, mentor_id) REFERENCES mentor(org_id, id) ON DELETE CASCADE,
  constraint allocation_edit_org_id_need_id_fkey FOREIGN KEY (org_id, need_id) REFERENCES need(org_id, id) ON DELETE CASCADE,
  constraint allocation_edit_kind_check CHECK ((kind = ANY (ARRAY['pin'::text, 'unpin'::text, 'bar'::text, 'unbar'::text, 'pause'::text, 'resume'::text, 'places'::text, 'set-aside'::text, 'take-back'::text, 'loyalty'::text, 'undo'::text, 'redo'::text]))),
  constraint allocation_edit_reason_check CHECK ((length(reason) <= 2000))
);
alter table allocation_edit force row level security;
create policy tenant on allocation_edit using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on allocation_edit to espalier_app;
