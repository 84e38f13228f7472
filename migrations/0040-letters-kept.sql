-- Without a mail server, and in a demonstration, a letter is written and stays here: it said "sent".

alter table mail drop constraint mail_state_check;
alter table mail add constraint mail_state_check
  check (state in ('queued', 'sending', 'sent', 'kept', 'failed', 'cancelled'));
comment on column mail.state is 'sent: a mail server took it; kept: there is none, or the organisation is a demonstration';
update mail m set state = 'kept', sent_at = null
from organisation o
where o.org_id = m.org_id and o.is_demonstration and m.state = 'sent';
