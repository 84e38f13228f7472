create table client_comment (
  org_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  body text not null,
  said_by uuid,
  said_on date not null,
  may_publish boolean default false not null,
  constraint client_comment_pkey PRIMARY KEY (org_id, id),
  constraint client_comment_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE CASCADE,
  constraint client_comment_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint client_comment_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000)))
);
CREATE INDEX client_comment_enrolment ON client_comment USING btree (org_id, enrolment_id);
alter table client_comment force row level security;
create policy tenant on client_comment using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on client_comment to espalier_app;
