-- A need whose mentor was lost kept the state "introduced" and so looked served on every list. It is open again
-- from the day on which its last match ended; the day of the first introduction stays what it was. A match says on
-- which day it was ended: its period holds one day at least, so the end of one that was ended on its first day
-- read as tomorrow.

alter table need add column waits_since date;
comment on column need.waits_since is 'Day on which its last mentor was lost; null before the first introduction and while a mentor works on it';

alter table match add column ended_on date;
comment on column match.ended_on is 'Day on which somebody ended it; the period may hold one day longer';

update match set ended_on = upper(during) where end_cause is not null;

update need d
set state = 'open', waits_since = coalesce((
  select max(upper(t.during)) from match t where t.org_id = d.org_id and t.need_id = d.id), d.introduced_on)
where d.state = 'introduced'
  and not exists (select 1 from match t
    where t.org_id = d.org_id and t.need_id = d.id and t.end_cause is null);
