-- How far a demonstration's story is told was guessed from the audit log, whose times are the story's: one that had
-- failed or was cut off looked as if it were going on, for ever. It is kept with real times now.

create table demonstration_story (
  org_id uuid not null references organisation on delete cascade,
  -- Another seed is another story of the same people.
  seed integer not null default 0 check (seed >= 0),
  state text not null default 'waiting' check (state in ('waiting', 'telling', 'failed', 'told')),
  -- The real time of the last sign of life: waiting and telling without one for minutes are cut off.
  heard_at timestamptz not null,
  -- The day of the story.
  reached_on date,
  percent integer not null default 0 check (percent between 0 and 100),
  -- Why it failed, in the words of what refused it.
  failure text check (length(failure) <= 2000),
  primary key (org_id),
  check ((state = 'failed') = (failure is not null))
);
call tenant_table('demonstration_story');

insert into demonstration_story (org_id, state, heard_at, percent)
select o.org_id, 'told', now(), 100
from organisation o
where o.is_demonstration
  and exists (select from audit a where a.org_id = o.org_id and a.action = 'load-demonstration');
