create table eligibility_test (
  org_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  test text not null,
  result text not null,
  because text not null,
  evidence text default ''::text not null,
  facts jsonb default '{}'::jsonb not null,
  rule_set_id uuid,
  decided_by uuid,
  decided_at timestamp with time zone not null,
  constraint eligibility_test_pkey PRIMARY KEY (org_id, id),
  constraint eligibility_test_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE CASCADE,
  constraint eligibility_test_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint eligibility_test_because_check CHECK ((length(because) <= 4000)),
  constraint eligibility_test_evidence_check CHECK ((length(evidence) <= 2000)),
  constraint eligibility_test_result_check CHECK ((result = ANY (ARRAY['met'::text, 'not-met'::text, 'needs-adviser'::text, 'missing'::text]))),
  constraint eligibility_test_test_check CHECK ((length(test) <= 40))
);
CREATE INDEX eligibility_test_latest ON eligibility_test USING btree (org_id, enrolment_id, test, decided_at DESC);
alter table eligibility_test force row level security;
create policy tenant on eligibility_test using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant insert, select on eligibility_test to espalier_app;
