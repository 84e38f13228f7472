-- A firm's no to a mentor on a shortlist is kept with its words: for that need, or for the firm altogether, until staff
-- ask again with a reason. A list of which nobody fitted is a no to each on it for that need.

alter table shortlist_mentor add column refused_for text
  check (refused_for in ('need', 'enterprise'));
alter table shortlist_mentor add column refusal text not null default ''
  check (length(refusal) <= 2000);
alter table shortlist_mentor add column refusal_set_aside_at timestamptz;
comment on column shortlist_mentor.refusal is 'Staff only: why the firm does not want this mentor';

update shortlist_mentor c
set refused_for = 'need', refusal = coalesce(s.answer, '')
from shortlist s
where s.org_id = c.org_id and s.id = c.shortlist_id and s.state = 'declined';
