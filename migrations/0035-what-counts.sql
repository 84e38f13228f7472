-- What counts is what the firm has seen: its answer belongs to a version of its side of the session, and a
-- settlement keeps its reason. The time together is the length of the session and is stored once, as start
-- and end; who was there decides at the moment of counting whether it counts.

alter table session_enterprise
  add column version integer not null default 1,
  add column seen_version integer,
  add column asked_at timestamptz,
  add column reminded_at timestamptz,
  add column settlement text not null default '' check (length(settlement) <= 2000);
comment on column session_enterprise.version is 'Rises with everything the firm is asked about: times, minutes, attendance';
comment on column session_enterprise.seen_version is 'Version that the firm confirmed or the adviser settled; no other one counts';
comment on column session_enterprise.asked_at is 'When the firm was last asked to confirm; null when it never was';
comment on column session_enterprise.settlement is 'Why the adviser settled a dispute as they did; both sides read it';

-- The page and the letter showed nothing but the time together until now. Firms that confirmed a session with
-- other minutes are asked again, since those minutes count for some indicators.
alter table session no force row level security;
alter table session_enterprise no force row level security;
alter table mail no force row level security;
update session_enterprise x
  set confirmation = 'waiting', confirmed_by = null, confirmed_at = null
  from session s
  where s.org_id = x.org_id and s.id = x.session_id and x.confirmation = 'confirmed'
    and s.preparation_minutes + s.follow_up_minutes + s.travel_minutes + s.administration_minutes > 0
    and x.attendance in ('attended', 'late');
update session_enterprise x
  set asked_at = s.logged_at, reminded_at = (
    select max(l.created_at) from mail l
    where l.org_id = x.org_id and l.about_id = x.session_id and l.kind = 'confirm-session-reminder'
      and s.format = 'one-to-one')
  from session s
  where s.org_id = x.org_id and s.id = x.session_id and s.state = 'logged'
    and (s.format = 'one-to-one' or x.attendance in ('attended', 'late'));
update session_enterprise set seen_version = 1 where confirmation in ('confirmed', 'settled');
alter table session force row level security;
alter table session_enterprise force row level security;
alter table mail force row level security;

alter table session drop column contact_minutes;
