-- A role that lets somebody give roles, or see everything, needs a second person: it waits here until one who
-- neither asked for it nor gets it confirms it. The grant itself appears only then.

create table role_request (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('admin', 'manager', 'auditor')),
  programme_id uuid,
  expires_at timestamptz,
  reason text check (length(reason) <= 500),
  is_invited boolean not null default false,
  requested_by uuid not null,
  requested_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'refused', 'withdrawn')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person on delete cascade,
  foreign key (org_id, programme_id) references programme on delete cascade,
  foreign key (org_id, requested_by) references person on delete cascade,
  foreign key (org_id, answered_by) references person on delete cascade,
  constraint role_request_second_person check (
    state <> 'confirmed'
    or (answered_by is not null and answered_by <> requested_by and answered_by <> person_id))
);
create unique index role_request_once on role_request
  (org_id, person_id, role, coalesce(programme_id, '00000000-0000-0000-0000-000000000000'))
  where state = 'waiting';
call tenant_table('role_request');
comment on column role_request.is_invited is 'The person is invited when the role is confirmed';

alter table role_grant add column confirmed_by uuid;
comment on column role_grant.confirmed_by is 'The second person of a role that needs two; null for others, and where nobody could confirm';
