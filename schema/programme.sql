create table programme (
  org_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  state text default 'draft'::text not null,
  starts_on date,
  ends_on date,
  zone text default 'Europe/London'::text not null,
  currency text default 'GBP'::text not null,
  mentoring_model text default 'proactive'::text not null,
  size_bands text[] default '{micro,small}'::text[] not null,
  sic_divisions text[] default '{}'::text[] not null,
  remit_description text default ''::text not null,
  trading_at_least_months integer,
  trading_below_months integer,
  takes_potential_entrepreneurs boolean default true not null,
  business_sales_at_least integer,
  cadence jsonb default '{"early": 14, "growth": 21, "mature": 30, "scale-up": 21, "start-up": 14, "pre-start": 14}'::jsonb not null,
  answer_days integer default 5 not null,
  introduction_days integer default 7 not null,
  applications_open boolean default true not null,
  about text default ''::text not null,
  signposts jsonb default '[]'::jsonb not null,
  setup_step text,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  mentor_choice text default 'case-by-case'::text not null,
  decision_days integer default 10 not null,
  pause_words text default ''::text not null,
  pause_until date,
  constraint programme_pkey PRIMARY KEY (org_id, id),
  constraint programme_org_id_slug_key UNIQUE (org_id, slug),
  constraint programme_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint programme_about_check CHECK ((length(about) <= 5000)),
  constraint programme_answer_days_check CHECK (((answer_days >= 1) AND (answer_days <= 60))),
  constraint programme_business_sales_at_least_check CHECK (((business_sales_at_least >= 0) AND (business_sales_at_least <= 100))),
  constraint programme_check CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on))),
  constraint programme_currency_check CHECK ((length(currency) = 3)),
  constraint programme_decision_days_check CHECK (((decision_days >= 1) AND (decision_days <= 180))),
  constraint programme_introduction_days_check CHECK (((introduction_days >= 1) AND (introduction_days <= 90))),
  constraint programme_mentor_choice_check CHECK ((mentor_choice = ANY (ARRAY['adviser-appoints'::text, 'case-by-case'::text, 'firm-chooses'::text]))),
  constraint programme_mentoring_model_check CHECK ((mentoring_model = ANY (ARRAY['reactive'::text, 'proactive'::text, 'board'::text, 'lead-and-specialists'::text]))),
  constraint programme_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint programme_pause_words_check CHECK ((length(pause_words) <= 500)),
  constraint programme_remit_description_check CHECK ((length(remit_description) <= 1000)),
  constraint programme_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,59}$'::text)),
  constraint programme_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closing'::text, 'closed'::text]))),
  constraint programme_trading_at_least_months_check CHECK (((trading_at_least_months >= 0) AND (trading_at_least_months <= 1200))),
  constraint programme_trading_below_months_check CHECK (((trading_below_months >= 1) AND (trading_below_months <= 1200)))
);
alter table programme force row level security;
create policy tenant on programme using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on programme to espalier_app;
comment on column programme.sic_divisions is 'Remit: two-digit divisions presumed in; empty means every activity';
comment on column programme.cadence is 'Days between contacts of the adviser, per stage of the enterprise';
comment on column programme.mentor_choice is 'Whether a shortlist may be sent, and whether asking a mentor directly wants a reason';
comment on column programme.decision_days is 'Days from an application to a decision about it';
comment on column programme.pause_words is 'What the public page says while applications are paused';
comment on column programme.pause_until is 'The first day on which applications are expected again, as the public page says it';
