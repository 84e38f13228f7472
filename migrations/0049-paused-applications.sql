-- A full programme stops taking applications without beginning to close, and says why and until when.
alter table programme
  add column pause_words text not null default '',
  add column pause_until date,
  add constraint programme_pause_words_check check (length(pause_words) <= 500);

comment on column programme.pause_words is 'What the public page says while applications are paused';
comment on column programme.pause_until is 'The first day on which applications are expected again, as the public page says it';
