-- A shortlist goes on when one of its mentors pauses, leaves or is kept apart from the firm: the mentor is struck off
-- it, and the firm chooses among the others.

alter table shortlist_mentor add column struck_at timestamptz;
comment on column shortlist_mentor.struck_at is 'When the mentor could no longer be asked; the firm cannot choose them';
