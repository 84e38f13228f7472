create table match (
  org_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  need_id uuid not null,
  mentor_id uuid not null,
  offer_id uuid,
  role text not null,
  during daterange not null,
  introduced_at timestamp with time zone,
  end_cause text,
  end_note text,
  handover text,
  ended_by uuid,
  version integer default 1 not null,
  ended_on date,
  constraint match_pkey PRIMARY KEY (org_id, id),
  constraint match_once_at_a_time EXCLUDE USING gist (org_id WITH =, need_id WITH =, mentor_id WITH =, during WITH &&),
  constraint match_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE CASCADE,
  constraint match_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint match_org_id_mentor_id_fkey FOREIGN KEY (org_id, mentor_id) REFERENCES mentor(org_id, id) ON DELETE RESTRICT,
  constraint match_org_id_need_id_fkey FOREIGN KEY (org_id, need_id) REFERENCES need(org_id, id) ON DELETE RESTRICT,
  constraint match_org_id_offer_id_fkey FOREIGN KEY (org_id, offer_id) REFERENCES offer(org_id, id) ON DELETE SET NULL (offer_id),
  constraint match_during_check CHECK ((NOT isempty(during))),
  constraint match_end_cause_check CHECK ((end_cause = ANY (ARRAY['need-changed'::text, 'misfit'::text, 'silence'::text, 'mentor-left'::text, 'finished'::text, 'enterprise-left'::text]))),
  constraint match_end_note_check CHECK ((length(end_note) <= 2000)),
  constraint match_handover_check CHECK ((length(handover) <= 5000)),
  constraint match_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'specialist'::text, 'pair'::text])))
);
CREATE INDEX match_enrolment ON match USING btree (org_id, enrolment_id);
CREATE INDEX match_mentor ON match USING btree (org_id, mentor_id) INCLUDE (during, end_cause);
CREATE INDEX match_offer ON match USING btree (org_id, offer_id) WHERE (offer_id IS NOT NULL);
alter table match force row level security;
create policy tenant on match using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on match to espalier_app;
comment on column match.ended_on is 'Day on which somebody ended it; the period may hold one day longer';
