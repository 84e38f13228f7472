create table eligibility_override (
  org_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  test text not null,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  refused_by uuid,
  refused_at timestamp with time zone,
  answer text,
  constraint eligibility_override_pkey PRIMARY KEY (org_id, id),
  constraint eligibility_override_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE CASCADE,
  constraint eligibility_override_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint eligibility_override_answer_check CHECK ((length(answer) <= 2000)),
  constraint eligibility_override_check CHECK (((approved_by IS NULL) OR (approved_by <> requested_by))),
  constraint eligibility_override_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  constraint eligibility_override_test_check CHECK ((length(test) <= 40))
);
CREATE INDEX eligibility_override_enrolment ON eligibility_override USING btree (org_id, enrolment_id);
CREATE UNIQUE INDEX eligibility_override_open ON eligibility_override USING btree (org_id, enrolment_id, test) WHERE (refused_at IS NULL);
alter table eligibility_override force row level security;
create policy tenant on eligibility_override using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on eligibility_override to espalier_app;
