create table baseline_correction (
  org_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  kind text not null,
  before bigint not null,
  amount bigint not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  is_agreed boolean,
  answer text,
  constraint baseline_correction_pkey PRIMARY KEY (org_id, id),
  constraint baseline_correction_org_id_answered_by_fkey FOREIGN KEY (org_id, answered_by) REFERENCES person(org_id, id) ON DELETE RESTRICT,
  constraint baseline_correction_org_id_asked_by_fkey FOREIGN KEY (org_id, asked_by) REFERENCES person(org_id, id) ON DELETE RESTRICT,
  constraint baseline_correction_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE CASCADE,
  constraint baseline_correction_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint baseline_correction_answer_check CHECK ((length(answer) <= 2000)),
  constraint baseline_correction_check CHECK (((answered_by IS NULL) OR (answered_by <> asked_by))),
  constraint baseline_correction_kind_check CHECK ((length(kind) <= 40)),
  constraint baseline_correction_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
);
CREATE INDEX baseline_correction_enrolment ON baseline_correction USING btree (org_id, enrolment_id);
CREATE UNIQUE INDEX baseline_correction_open ON baseline_correction USING btree (org_id, enrolment_id, kind) WHERE (answered_at IS NULL);
alter table baseline_correction force row level security;
create policy tenant on baseline_correction using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant insert, select, update on baseline_correction to espalier_app;
