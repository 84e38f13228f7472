create table application (
  org_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  enrolment_id uuid,
  state text default 'draft'::text not null,
  source text default 'public'::text not null,
  applicant_name text default ''::text not null,
  applicant_email text default ''::text not null,
  is_potential_entrepreneur boolean default false not null,
  answers jsonb default '{}'::jsonb not null,
  step text default 'about-you'::text not null,
  submitted_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  reminded_at timestamp with time zone,
  address_proved_at timestamp with time zone,
  address_vouched_by uuid,
  constraint application_pkey PRIMARY KEY (org_id, id),
  constraint application_org_id_address_vouched_by_fkey FOREIGN KEY (org_id, address_vouched_by) REFERENCES person(org_id, id) ON DELETE SET NULL (address_vouched_by),
  constraint application_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE SET NULL (enrolment_id),
  constraint application_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint application_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint application_applicant_email_check CHECK ((length(applicant_email) <= 320)),
  constraint application_applicant_name_check CHECK ((length(applicant_name) <= 200)),
  constraint application_source_check CHECK ((source = ANY (ARRAY['public'::text, 'staff'::text]))),
  constraint application_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'withdrawn'::text])))
);
CREATE INDEX application_draft ON application USING btree (org_id, updated_at) WHERE (state = 'draft'::text);
CREATE INDEX application_enrolment ON application USING btree (org_id, enrolment_id) WHERE (enrolment_id IS NOT NULL);
CREATE INDEX application_programme ON application USING btree (org_id, programme_id, state);
CREATE INDEX application_vouched ON application USING btree (org_id, address_vouched_by) WHERE (address_vouched_by IS NOT NULL);
alter table application force row level security;
create policy tenant on application using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on application to espalier_app;
