-- What somebody sent when they were signed out, for an hour: sealed, and for the same person only.

create table kept_form (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  person_id uuid not null,
  path text not null check (length(path) <= 400),
  body text not null,
  kept_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id) on delete cascade
);
create index kept_form_person on kept_form (org_id, person_id, kept_at);
call tenant_table('kept_form');

comment on column kept_form.path is 'The page that the form was sent to, with its query; a page of ours below the organisation.';
comment on column kept_form.body is 'The fields as JSON, sealed with the organisation''s key.';
