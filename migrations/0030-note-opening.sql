-- Sealed notes of advisers can be opened by somebody who gives roles: with a reason, by two people, for a day, and
-- the authors are told.

create table note_opening (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  enrolment_id uuid not null,
  reason text not null check (length(reason) between 10 and 1000),
  requested_by uuid not null,
  requested_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'refused', 'withdrawn')),
  answered_by uuid,
  answered_at timestamptz,
  open_until timestamptz,
  primary key (org_id, id),
  foreign key (org_id, enrolment_id) references enrolment on delete cascade,
  foreign key (org_id, requested_by) references person on delete cascade,
  foreign key (org_id, answered_by) references person on delete cascade,
  constraint note_opening_second_person check (
    state <> 'confirmed'
    or (answered_by is not null and answered_by <> requested_by and open_until is not null))
);
create unique index note_opening_once on note_opening (org_id, enrolment_id, requested_by) where state = 'waiting';
create index note_opening_enrolment on note_opening (org_id, enrolment_id);
create index note_opening_requested_by on note_opening (org_id, requested_by);
create index note_opening_answered_by on note_opening (org_id, answered_by);
call tenant_table('note_opening', 'select, insert, update');
