-- Whoever answers a letter reaches the adviser it concerns, not the sender's machine.

alter table mail
  add column answers_to uuid,
  add constraint mail_answers_to_fkey
    foreign key (org_id, answers_to) references person (org_id, id) on delete set null (answers_to);
create index mail_answers_to on mail (org_id, answers_to) where answers_to is not null;
comment on column mail.answers_to is 'Whose address stands in Reply-To when the letter leaves';
