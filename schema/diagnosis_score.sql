create table diagnosis_score (
  org_id uuid not null,
  diagnosis_id uuid not null,
  area text not null,
  self_maturity integer,
  adviser_maturity integer,
  importance integer,
  urgency integer,
  note text default ''::text not null,
  constraint diagnosis_score_pkey PRIMARY KEY (org_id, diagnosis_id, area),
  constraint diagnosis_score_org_id_diagnosis_id_fkey FOREIGN KEY (org_id, diagnosis_id) REFERENCES diagnosis(org_id, id) ON DELETE CASCADE,
  constraint diagnosis_score_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint diagnosis_score_adviser_maturity_check CHECK (((adviser_maturity >= 0) AND (adviser_maturity <= 5))),
  constraint diagnosis_score_area_check CHECK ((length(area) <= 40)),
  constraint diagnosis_score_importance_check CHECK (((importance >= 0) AND (importance <= 3))),
  constraint diagnosis_score_note_check CHECK ((length(note) <= 2000)),
  constraint diagnosis_score_self_maturity_check CHECK (((self_maturity >= 0) AND (self_maturity <= 5))),
  constraint diagnosis_score_urgency_check CHECK (((urgency >= 0) AND (urgency <= 3)))
);
alter table diagnosis_score force row level security;
create policy tenant on diagnosis_score using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on diagnosis_score to espalier_app;
