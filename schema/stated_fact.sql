create table stated_fact (
  org_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  kind text not null,
  words text not null,
  stated_on date not null,
  state text default 'open'::text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint stated_fact_pkey PRIMARY KEY (org_id, id),
  constraint stated_fact_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE CASCADE,
  constraint stated_fact_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint stated_fact_kind_check CHECK ((kind = ANY (ARRAY['relation'::text, 'subsidy'::text, 'need'::text]))),
  constraint stated_fact_state_check CHECK ((state = ANY (ARRAY['open'::text, 'confirmed'::text, 'set-aside'::text]))),
  constraint stated_fact_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
);
CREATE INDEX stated_fact_enrolment ON stated_fact USING btree (org_id, enrolment_id, kind);
alter table stated_fact force row level security;
create policy tenant on stated_fact using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on stated_fact to espalier_app;
