create table output (
  org_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  enrolment_id uuid not null,
  indicator text not null,
  value numeric(14,2) default 1 not null,
  achieved_on date not null,
  state text default 'recorded'::text not null,
  statement text default ''::text not null,
  document_id uuid,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  verified_by uuid,
  verified_at timestamp with time zone,
  version integer default 1 not null,
  constraint output_pkey PRIMARY KEY (org_id, id),
  constraint output_org_id_document_id_fkey FOREIGN KEY (org_id, document_id) REFERENCES document(org_id, id) ON DELETE RESTRICT,
  constraint output_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE RESTRICT,
  constraint output_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint output_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE RESTRICT,
  constraint output_check CHECK (((verified_by IS NULL) OR (verified_by <> recorded_by))),
  constraint output_indicator_check CHECK ((length(indicator) <= 40)),
  constraint output_state_check CHECK ((state = ANY (ARRAY['recorded'::text, 'evidence-complete'::text, 'verified'::text, 'withdrawn'::text]))),
  constraint output_statement_check CHECK ((length(statement) <= 2000))
);
CREATE INDEX output_enrolment ON output USING btree (org_id, enrolment_id);
CREATE UNIQUE INDEX output_once ON output USING btree (org_id, programme_id, enrolment_id, indicator) WHERE (state <> 'withdrawn'::text);
alter table output force row level security;
create policy tenant on output using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on output to espalier_app;
