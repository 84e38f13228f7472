-- What a setting was before and is now, as it was shown on that day: of a programme, or of the organisation where no
-- programme is named. The audit entry names the row; texts stand here, since an audit entry holds none. Never changed.
create table setting_change (
  org_id uuid not null references organisation on delete cascade,
  id uuid not null,
  programme_id uuid,
  kind text not null check (length(kind) <= 40),
  reason text not null default '' check (length(reason) <= 2000),
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, programme_id) references programme on delete cascade,
  foreign key (org_id, changed_by) references person on delete restrict
);
create index setting_change_programme on setting_change (org_id, programme_id, changed_at, id);
call tenant_table('setting_change', 'select, insert');

create table setting_change_line (
  org_id uuid not null references organisation on delete cascade,
  change_id uuid not null,
  place integer not null,
  field text not null check (length(field) <= 300),
  before text not null check (length(before) <= 6000),
  after text not null check (length(after) <= 6000),
  primary key (org_id, change_id, place),
  foreign key (org_id, change_id) references setting_change on delete cascade
);
call tenant_table('setting_change_line', 'select, insert');

comment on table setting_change is 'Audit entries name it as settingChange; without a programme it is about the organisation';
comment on column setting_change_line.before is 'As it was shown then, with unit and currency; empty when there was nothing';

-- What entries of the log told before and after, from now on read here: days, states and each target.
with told as (
  select a.org_id, gen_random_uuid() as id, a.subject_id as programme_id, a.seq, a.at, a.action, a.changes, a.actor_id,
    left(coalesce(r.text, a.reason, ''), 2000) as reason,
    lag(a.changes -> 'targets') over (
      partition by a.org_id, a.subject_id, a.changes ? 'targets' order by a.seq) as earlier
  from audit a
  join programme p on p.org_id = a.org_id and p.id = a.subject_id
  left join audit_reason r on r.org_id = a.org_id and r.seq = a.seq
  where a.subject_kind = 'programme'
    and a.action in ('start-programme', 'close-programme', 'set-programme-dates', 'set-programme-funders',
      'set-programme-area', 'set-programme-remit', 'set-targets', 'set-mentoring', 'set-applications',
      'set-signposts', 'set-score-weights', 'adopt-rule-set')
), kept as (
  insert into setting_change (org_id, id, programme_id, kind, reason, changed_by, changed_at)
  select t.org_id, t.id, t.programme_id,
    case t.action
      when 'set-programme-dates' then 'dates'
      when 'set-programme-funders' then 'funders'
      when 'set-programme-area' then 'area'
      when 'set-programme-remit' then 'remit'
      when 'set-targets' then 'targets'
      when 'set-mentoring' then 'mentoring'
      when 'set-applications' then 'applications'
      when 'set-signposts' then 'signposts'
      when 'set-score-weights' then 'weights'
      when 'adopt-rule-set' then 'rules'
      else 'state'
    end,
    t.reason, p.id, t.at
  from told t
  left join person p on p.org_id = t.org_id and p.id = t.actor_id
), pairs as (
  select t.org_id, t.id, c.key as field, coalesce(c.value ->> 0, '') as before, coalesce(c.value ->> 1, '') as after
  from told t
  cross join lateral jsonb_each(t.changes) c
  where c.key in ('startsOn', 'endsOn', 'state', 'applications') and jsonb_typeof(c.value) = 'array'
    and jsonb_array_length(c.value) = 2
  union all
  select t.org_id, t.id, 'Target of ' || cell.code || ', ' || cell.quarter, cell.before, cell.after
  from told t
  cross join lateral (
    select coalesce(o.value ->> 0, n.value ->> 0) as code, coalesce(o.value ->> 1, n.value ->> 1) as quarter,
      coalesce(o.value ->> 2, '') as before, coalesce(n.value ->> 2, '') as after
    from jsonb_array_elements(coalesce(t.earlier, '[]')) o
    full join jsonb_array_elements(t.changes -> 'targets') n
      on n.value ->> 0 = o.value ->> 0 and n.value ->> 1 = o.value ->> 1
  ) cell
  where t.action = 'set-targets'
)
insert into setting_change_line (org_id, change_id, place, field, before, after)
select p.org_id, p.id, row_number() over (partition by p.org_id, p.id order by p.field),
  case p.field
    when 'startsOn' then 'First day'
    when 'endsOn' then 'Last day'
    when 'state' then 'State'
    when 'applications' then 'Applications'
    else p.field
  end,
  p.before, p.after
from pairs p
where p.before <> p.after;
