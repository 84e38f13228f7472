create table mail (
  org_id uuid not null,
  id uuid not null,
  person_id uuid,
  to_address text not null,
  to_name text default ''::text not null,
  kind text not null,
  subject text not null,
  body text not null,
  calendar text,
  calendar_method text,
  about_kind text,
  about_id uuid,
  urgent boolean default false not null,
  state text default 'queued'::text not null,
  not_before timestamp with time zone default now() not null,
  give_up_at timestamp with time zone default (now() + '4 days'::interval) not null,
  attempts integer default 0 not null,
  last_error text,
  sent_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  answers_to uuid,
  constraint mail_pkey PRIMARY KEY (org_id, id),
  constraint mail_answers_to_fkey FOREIGN KEY (org_id, answers_to) REFERENCES person(org_id, id) ON DELETE SET NULL (answers_to),
  constraint mail_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint mail_body_check CHECK ((length(body) <= 50000)),
  constraint mail_calendar_method_check CHECK ((calendar_method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text]))),
  constraint mail_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'kept'::text, 'failed'::text, 'cancelled'::text]))),
  constraint mail_subject_check CHECK ((length(subject) <= 300)),
  constraint mail_to_address_check CHECK ((length(to_address) <= 320))
);
CREATE INDEX mail_about ON mail USING btree (org_id, about_id);
CREATE INDEX mail_answers_to ON mail USING btree (org_id, answers_to) WHERE (answers_to IS NOT NULL);
CREATE INDEX mail_failed ON mail USING btree (org_id, person_id) WHERE (state = 'failed'::text);
CREATE INDEX mail_waiting ON mail USING btree (not_before) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));
alter table mail force row level security;
create policy tenant on mail using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on mail to espalier_app;
comment on column mail.state is 'sent: a mail server took it; kept: there is none, or the organisation is a demonstration';
comment on column mail.not_before is 'Later than created_at when held in the recipient''s quiet hours';
comment on column mail.answers_to is 'Whose address stands in Reply-To when the letter leaves';
