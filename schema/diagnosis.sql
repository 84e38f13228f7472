create table diagnosis (
  org_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  number integer not null,
  state text default 'draft'::text not null,
  dated_on date not null,
  stated_need text default ''::text not null,
  real_need text default ''::text not null,
  confidence integer,
  adviser_id uuid,
  self_scored_at timestamp with time zone,
  completed_at timestamp with time zone,
  version integer default 1 not null,
  constraint diagnosis_pkey PRIMARY KEY (org_id, id),
  constraint diagnosis_org_id_enrolment_id_number_key UNIQUE (org_id, enrolment_id, number),
  constraint diagnosis_org_id_adviser_id_fkey FOREIGN KEY (org_id, adviser_id) REFERENCES person(org_id, id) ON DELETE RESTRICT,
  constraint diagnosis_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE CASCADE,
  constraint diagnosis_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint diagnosis_confidence_check CHECK (((confidence >= 1) AND (confidence <= 3))),
  constraint diagnosis_real_need_check CHECK ((length(real_need) <= 2000)),
  constraint diagnosis_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'done'::text]))),
  constraint diagnosis_stated_need_check CHECK ((length(stated_need) <= 2000))
);
CREATE INDEX diagnosis_adviser ON diagnosis USING btree (org_id, adviser_id) WHERE (adviser_id IS NOT NULL);
alter table diagnosis force row level security;
create policy tenant on diagnosis using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on diagnosis to espalier_app;
