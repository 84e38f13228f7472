create table document (
  org_id uuid not null,
  id uuid not null,
  enterprise_id uuid not null,
  enrolment_id uuid,
  kind text default 'other'::text not null,
  title text not null,
  file_id uuid not null,
  added_by uuid,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint document_pkey PRIMARY KEY (org_id, id),
  constraint document_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE SET NULL (enrolment_id),
  constraint document_org_id_enterprise_id_fkey FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprise(org_id, id) ON DELETE CASCADE,
  constraint document_org_id_file_id_fkey FOREIGN KEY (org_id, file_id) REFERENCES file(org_id, id) ON DELETE RESTRICT,
  constraint document_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint document_kind_check CHECK ((length(kind) <= 60)),
  constraint document_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX document_enrolment ON document USING btree (org_id, enrolment_id) WHERE (enrolment_id IS NOT NULL);
CREATE INDEX document_enterprise ON document USING btree (org_id, enterprise_id);
alter table document force row level security;
create policy tenant on document using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on document to espalier_app;
