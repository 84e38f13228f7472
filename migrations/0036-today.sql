-- Today can be emptied: a row is kept with a reason or put off to a day, and comes back when its cause changes; a
-- firm that says its main issue has changed stays in sight until the need was changed or kept; an applicant has a
-- target for a decision as a need has one for an introduction; a date for a contact that risk brought forward says so.

create table aside (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  programme_id uuid not null,
  row_key text not null check (length(row_key) between 1 and 200),
  cause text not null check (length(cause) <= 200),
  until date,
  reason text not null default '' check (length(reason) <= 2000),
  put_by uuid,
  put_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, programme_id) references programme on delete cascade,
  check (until is not null or reason <> '')
);
create unique index aside_once on aside (org_id, programme_id, row_key) where ended_at is null;
call tenant_table('aside');
comment on column aside.until is 'The row is put off to this day; null: it is kept as it is until its cause changes';
comment on column aside.cause is 'What the row rested on; with another cause it is a new row';

alter table contact add column issue_outcome text check (issue_outcome in ('changed', 'kept'));
alter table contact add column issue_settled_by uuid;
alter table contact add column issue_settled_at timestamptz;
alter table contact add constraint contact_issue_settled
  check ((issue_outcome is null) = (issue_settled_at is null));
create index contact_open_issue on contact (org_id, enrolment_id)
  where has_issue_changed and issue_outcome is null;

alter table programme add column decision_days integer not null default 10
  check (decision_days between 1 and 180);
comment on column programme.decision_days is 'Days from an application to a decision about it';

alter table enrolment add column next_contact_why text not null default ''
  check (length(next_contact_why) <= 200);
comment on column enrolment.next_contact_why is 'Risk that brought the next contact forward; empty: the usual interval';

create index mail_failed on mail (org_id, person_id) where state = 'failed';
