create table shortlist (
  org_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  state text default 'sent'::text not null,
  message text default ''::text not null,
  sent_by uuid,
  sent_at timestamp with time zone not null,
  choose_by date not null,
  answered_at timestamp with time zone,
  answer text,
  version integer default 1 not null,
  allocation_id uuid,
  allocation_position integer,
  constraint shortlist_pkey PRIMARY KEY (org_id, id),
  constraint shortlist_org_id_allocation_id_fkey FOREIGN KEY (org_id, allocation_id) REFERENCES allocation(org_id, id) ON DELETE SET NULL (allocation_id),
  constraint shortlist_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint shortlist_org_id_need_id_fkey FOREIGN KEY (org_id, need_id) REFERENCES need(org_id, id) ON DELETE CASCADE,
  constraint shortlist_answer_check CHECK ((length(answer) <= 2000)),
  constraint shortlist_message_check CHECK ((length(message) <= 2000)),
  constraint shortlist_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'chosen'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text])))
);
CREATE INDEX shortlist_allocation ON shortlist USING btree (org_id, allocation_id) WHERE (allocation_id IS NOT NULL);
CREATE INDEX shortlist_need ON shortlist USING btree (org_id, need_id);
CREATE UNIQUE INDEX shortlist_open ON shortlist USING btree (org_id, need_id) WHERE (state = 'sent'::text);
alter table shortlist force row level security;
create policy tenant on shortlist using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on shortlist to espalier_app;
