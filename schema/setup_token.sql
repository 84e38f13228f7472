create table setup_token (
  only_one boolean default true not null,
  secret_hash text not null,
  created_at timestamp with time zone default now() not null,
  used_at timestamp with time zone,
  constraint setup_token_pkey PRIMARY KEY (only_one),
  constraint setup_token_only_one_check CHECK (only_one)
);
grant select, update on setup_token to espalier_app;
