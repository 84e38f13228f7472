create table enrolment (
  org_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  enterprise_id uuid not null,
  state text default 'applied'::text not null,
  stage text default 'early'::text not null,
  adviser_id uuid,
  source text default 'staff'::text not null,
  applied_on date not null,
  eligible_on date,
  decided_by uuid,
  refusal text,
  signpost text,
  cadence_days integer,
  next_contact_on date,
  last_contact_on date,
  closed_on date,
  closure_reason text,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  sharing text,
  sharing_on date,
  sharing_by uuid,
  next_contact_why text default ''::text not null,
  constraint enrolment_pkey PRIMARY KEY (org_id, id),
  constraint enrolment_org_id_programme_id_enterprise_id_key UNIQUE (org_id, programme_id, enterprise_id),
  constraint enrolment_org_id_adviser_id_fkey FOREIGN KEY (org_id, adviser_id) REFERENCES person(org_id, id) ON DELETE RESTRICT,
  constraint enrolment_org_id_enterprise_id_fkey FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprise(org_id, id) ON DELETE RESTRICT,
  constraint enrolment_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint enrolment_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE RESTRICT,
  constraint enrolment_cadence_days_check CHECK (((cadence_days >= 1) AND (cadence_days <= 400))),
  constraint enrolment_closure_reason_check CHECK ((length(closure_reason) <= 2000)),
  constraint enrolment_next_contact_why_check CHECK ((length(next_contact_why) <= 200)),
  constraint enrolment_refusal_check CHECK ((length(refusal) <= 4000)),
  constraint enrolment_sharing_check CHECK ((sharing = ANY (ARRAY['at-yes'::text, 'ask-first'::text]))),
  constraint enrolment_signpost_check CHECK ((length(signpost) <= 2000)),
  constraint enrolment_source_check CHECK ((source = ANY (ARRAY['public'::text, 'staff'::text, 'import'::text, 'referral'::text]))),
  constraint enrolment_stage_check CHECK ((stage = ANY (ARRAY['pre-start'::text, 'start-up'::text, 'early'::text, 'growth'::text, 'scale-up'::text, 'mature'::text]))),
  constraint enrolment_state_check CHECK ((state = ANY (ARRAY['applied'::text, 'eligible'::text, 'not-eligible'::text, 'withdrawn'::text, 'closed'::text])))
);
CREATE INDEX enrolment_adviser ON enrolment USING btree (org_id, adviser_id);
CREATE INDEX enrolment_by_applied ON enrolment USING btree (org_id, programme_id, applied_on, enterprise_id);
CREATE INDEX enrolment_by_last ON enrolment USING btree (org_id, programme_id, last_contact_on, enterprise_id);
CREATE INDEX enrolment_by_last_down ON enrolment USING btree (org_id, programme_id, last_contact_on DESC NULLS LAST, enterprise_id DESC);
CREATE INDEX enrolment_by_next ON enrolment USING btree (org_id, programme_id, next_contact_on, enterprise_id);
CREATE INDEX enrolment_by_next_down ON enrolment USING btree (org_id, programme_id, next_contact_on DESC NULLS LAST, enterprise_id DESC);
CREATE INDEX enrolment_by_stage ON enrolment USING btree (org_id, programme_id, stage, enterprise_id);
CREATE INDEX enrolment_by_state ON enrolment USING btree (org_id, programme_id, state, enterprise_id);
CREATE INDEX enrolment_enterprise ON enrolment USING btree (org_id, enterprise_id);
alter table enrolment force row level security;
create policy tenant on enrolment using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on enrolment to espalier_app;
comment on column enrolment.eligible_on is 'Minutes before this day never count';
comment on column enrolment.sharing is 'Whether a mentor who says yes learns at once who the firm is; null: not asked yet';
comment on column enrolment.next_contact_why is 'Risk that brought the next contact forward; empty: the usual interval';
