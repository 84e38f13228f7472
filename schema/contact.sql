create table contact (
  org_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  with_person_id uuid,
  adviser_id uuid,
  achieved text default ''::text not null,
  planned text default ''::text not null,
  blocking text default ''::text not null,
  learned text default ''::text not null,
  has_issue_changed boolean,
  changed_issue text default ''::text not null,
  next_contact_on date,
  recorded_at timestamp with time zone not null,
  issue_outcome text,
  issue_settled_by uuid,
  issue_settled_at timestamp with time zone,
  constraint contact_pkey PRIMARY KEY (org_id, id),
  constraint contact_org_id_adviser_id_fkey FOREIGN KEY (org_id, adviser_id) REFERENCES person(org_id, id) ON DELETE RESTRICT,
  constraint contact_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE CASCADE,
  constraint contact_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint contact_org_id_with_person_id_fkey FOREIGN KEY (org_id, with_person_id) REFERENCES person(org_id, id) ON DELETE SET NULL (with_person_id),
  constraint contact_achieved_check CHECK ((length(achieved) <= 2000)),
  constraint contact_blocking_check CHECK ((length(blocking) <= 2000)),
  constraint contact_changed_issue_check CHECK ((length(changed_issue) <= 2000)),
  constraint contact_issue_outcome_check CHECK ((issue_outcome = ANY (ARRAY['changed'::text, 'kept'::text]))),
  constraint contact_issue_settled CHECK (((issue_outcome IS NULL) = (issue_settled_at IS NULL))),
  constraint contact_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'meeting'::text, 'mail'::text, 'attempt'::text]))),
  constraint contact_learned_check CHECK ((length(learned) <= 2000)),
  constraint contact_planned_check CHECK ((length(planned) <= 2000))
);
CREATE INDEX contact_adviser ON contact USING btree (org_id, adviser_id) WHERE (adviser_id IS NOT NULL);
CREATE INDEX contact_enrolment ON contact USING btree (org_id, enrolment_id, happened_at DESC);
CREATE INDEX contact_open_issue ON contact USING btree (org_id, enrolment_id) WHERE (has_issue_changed AND (issue_outcome IS NULL));
CREATE INDEX contact_with_person ON contact USING btree (org_id, with_person_id) WHERE (with_person_id IS NOT NULL);
alter table contact force row level security;
create policy tenant on contact using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on contact to espalier_app;
