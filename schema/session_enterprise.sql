create table session_enterprise (
  org_id uuid not null,
  session_id uuid not null,
  enrolment_id uuid not null,
  need_id uuid,
  attendance text default 'attended'::text not null,
  reason text default ''::text not null,
  confirmation text default 'waiting'::text not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  dispute text default ''::text not null,
  version integer default 1 not null,
  seen_version integer,
  asked_at timestamp with time zone,
  reminded_at timestamp with time zone,
  settlement text default ''::text not null,
  constraint session_enterprise_pkey PRIMARY KEY (org_id, session_id, enrolment_id),
  constraint session_enterprise_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE RESTRICT,
  constraint session_enterprise_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint session_enterprise_org_id_need_id_fkey FOREIGN KEY (org_id, need_id) REFERENCES need(org_id, id) ON DELETE SET NULL (need_id),
  constraint session_enterprise_org_id_session_id_fkey FOREIGN KEY (org_id, session_id) REFERENCES session(org_id, id) ON DELETE CASCADE,
  constraint session_enterprise_attendance_check CHECK ((attendance = ANY (ARRAY['attended'::text, 'late'::text, 'cancelled-in-time'::text, 'cancelled-late'::text, 'no-show'::text, 'excused'::text]))),
  constraint session_enterprise_confirmation_check CHECK ((confirmation = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'disputed'::text, 'settled'::text]))),
  constraint session_enterprise_dispute_check CHECK ((length(dispute) <= 2000)),
  constraint session_enterprise_reason_check CHECK ((length(reason) <= 500)),
  constraint session_enterprise_settlement_check CHECK ((length(settlement) <= 2000))
);
CREATE INDEX session_enterprise_enrolment ON session_enterprise USING btree (org_id, enrolment_id);
CREATE INDEX session_enterprise_need ON session_enterprise USING btree (org_id, need_id) WHERE (need_id IS NOT NULL);
alter table session_enterprise force row level security;
create policy tenant on session_enterprise using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on session_enterprise to espalier_app;
comment on column session_enterprise.version is 'Rises with everything the firm is asked about: times, minutes, attendance';
comment on column session_enterprise.seen_version is 'Version that the firm confirmed or the adviser settled; no other one counts';
comment on column session_enterprise.asked_at is 'When the firm was last asked to confirm; null when it never was';
comment on column session_enterprise.settlement is 'Why the adviser settled a dispute as they did; both sides read it';
