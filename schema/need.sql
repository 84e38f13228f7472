create table need (
  org_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  diagnosis_id uuid,
  replaces_id uuid,
  area text not null,
  topics text[] default '{}'::text[] not null,
  detail text not null,
  seen_by text default 'adviser'::text not null,
  priority integer default 2 not null,
  state text default 'open'::text not null,
  opened_on date not null,
  introduced_on date,
  closed_on date,
  result text,
  result_note text,
  minutes_per_month integer default 120 not null,
  version integer default 1 not null,
  waits_since date,
  constraint need_pkey PRIMARY KEY (org_id, id),
  constraint need_org_id_diagnosis_id_fkey FOREIGN KEY (org_id, diagnosis_id) REFERENCES diagnosis(org_id, id) ON DELETE SET NULL (diagnosis_id),
  constraint need_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE CASCADE,
  constraint need_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint need_area_check CHECK ((length(area) <= 40)),
  constraint need_detail_check CHECK (((length(detail) >= 1) AND (length(detail) <= 2000))),
  constraint need_minutes_per_month_check CHECK (((minutes_per_month >= 0) AND (minutes_per_month <= 6000))),
  constraint need_priority_check CHECK (((priority >= 1) AND (priority <= 3))),
  constraint need_result_check CHECK ((result = ANY (ARRAY['met'::text, 'partly-met'::text, 'not-met'::text, 'changed'::text, 'withdrawn'::text]))),
  constraint need_result_note_check CHECK ((length(result_note) <= 2000)),
  constraint need_seen_by_check CHECK ((seen_by = ANY (ARRAY['enterprise'::text, 'adviser'::text, 'mentor'::text]))),
  constraint need_state_check CHECK ((state = ANY (ARRAY['open'::text, 'introduced'::text, 'closed'::text])))
);
CREATE INDEX need_diagnosis ON need USING btree (org_id, diagnosis_id) WHERE (diagnosis_id IS NOT NULL);
CREATE INDEX need_enrolment ON need USING btree (org_id, enrolment_id, state);
CREATE INDEX need_open ON need USING btree (org_id, state, opened_on);
alter table need force row level security;
create policy tenant on need using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on need to espalier_app;
comment on column need.priority is '1 can wait, 2 normal, 3 pressing: a factor on the whole row in matching';
comment on column need.waits_since is 'Day on which its last mentor was lost; null before the first introduction and while a mentor works on it';
