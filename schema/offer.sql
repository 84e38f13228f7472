create table offer (
  org_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  mentor_id uuid not null,
  shortlist_id uuid,
  role text not null,
  state text default 'pending'::text not null,
  fit integer,
  parts jsonb default '[]'::jsonb not null,
  weights_version integer,
  override_reason text,
  briefing text default ''::text not null,
  offered_by uuid,
  offered_at timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  nudged_at timestamp with time zone,
  answered_at timestamp with time zone,
  decline_reason text,
  decline_note text,
  version integer default 1 not null,
  decline_until date,
  decline_set_aside_at timestamp with time zone,
  allocation_id uuid,
  allocation_position integer,
  outline text default ''::text not null,
  remark text default ''::text not null,
  firm_agreed boolean default false not null,
  shares_diagnosis boolean,
  late_yes_at timestamp with time zone,
  constraint offer_pkey PRIMARY KEY (org_id, id),
  constraint offer_org_id_allocation_id_fkey FOREIGN KEY (org_id, allocation_id) REFERENCES allocation(org_id, id) ON DELETE SET NULL (allocation_id),
  constraint offer_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint offer_org_id_mentor_id_fkey FOREIGN KEY (org_id, mentor_id) REFERENCES mentor(org_id, id) ON DELETE RESTRICT,
  constraint offer_org_id_need_id_fkey FOREIGN KEY (org_id, need_id) REFERENCES need(org_id, id) ON DELETE CASCADE,
  constraint offer_org_id_shortlist_id_fkey FOREIGN KEY (org_id, shortlist_id) REFERENCES shortlist(org_id, id) ON DELETE SET NULL (shortlist_id),
  constraint offer_briefing_check CHECK ((length(briefing) <= 10000)),
  constraint offer_decline_note_check CHECK ((length(decline_note) <= 2000)),
  constraint offer_decline_reason_check CHECK ((decline_reason = ANY (ARRAY['no-time'::text, 'not-my-field'::text, 'conflict'::text, 'too-far'::text, 'not-now'::text, 'other'::text]))),
  constraint offer_late_yes CHECK (((late_yes_at IS NULL) OR (state = 'expired'::text))),
  constraint offer_outline_check CHECK ((length(outline) <= 10000)),
  constraint offer_override_reason_check CHECK ((length(override_reason) <= 2000)),
  constraint offer_remark_check CHECK ((length(remark) <= 2000)),
  constraint offer_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'specialist'::text, 'pair'::text]))),
  constraint offer_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text])))
);
CREATE INDEX offer_allocation ON offer USING btree (org_id, allocation_id) WHERE (allocation_id IS NOT NULL);
CREATE INDEX offer_late_yes ON offer USING btree (org_id, need_id) WHERE (late_yes_at IS NOT NULL);
CREATE INDEX offer_mentor ON offer USING btree (org_id, mentor_id, state);
CREATE INDEX offer_need ON offer USING btree (org_id, need_id);
CREATE UNIQUE INDEX offer_pending ON offer USING btree (org_id, need_id, mentor_id) WHERE (state = 'pending'::text);
alter table offer force row level security;
create policy tenant on offer using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on offer to espalier_app;
comment on column offer.outline is 'What the mentor is told before both have agreed; empty for offers of before, whose letter told everything';
comment on column offer.firm_agreed is 'The firm chose this mentor, or said yes to them';
comment on column offer.shares_diagnosis is 'Whether the briefing after the yes told what the diagnosis found';
comment on column offer.late_yes_at is 'After the time to answer had passed';
