-- Any role that somebody would give to themselves, and the adviser's for somebody who gives roles, waits for a
-- second person: a request may be for each of the nine.

alter table role_request drop constraint role_request_role_check;
alter table role_request add constraint role_request_role_check check (role in
  ('admin', 'manager', 'adviser', 'mentor', 'participant', 'verifier', 'finance', 'auditor', 'partner'));
