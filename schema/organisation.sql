create table organisation (
  org_id uuid not null,
  slug text not null,
  name text not null,
  zone text default 'Europe/London'::text not null,
  currency text default 'GBP'::text not null,
  is_demonstration boolean default false not null,
  settings jsonb default '{}'::jsonb not null,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  second_factor text default 'far-reaching'::text not null,
  second_factor_since timestamp with time zone default now() not null,
  constraint organisation_pkey PRIMARY KEY (org_id),
  constraint organisation_slug_key UNIQUE (slug),
  constraint organisation_currency_check CHECK ((length(currency) = 3)),
  constraint organisation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint organisation_second_factor_check CHECK ((second_factor = ANY (ARRAY['nobody'::text, 'far-reaching'::text, 'staff'::text]))),
  constraint organisation_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,59}$'::text))
);
alter table organisation force row level security;
create policy tenant on organisation using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant insert, select, update on organisation to espalier_app;
comment on column organisation.second_factor_since is 'When the rule was set; everybody has a week from then, or from their role';
