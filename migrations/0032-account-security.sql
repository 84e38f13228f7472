-- What happens to accounts, for the log and the account's own page; codes that were used, so that each works once;
-- and letters about accounts that wait for the mail server. Accounts belong to no organisation, so none of these is
-- a tenant table.

set local search_path = auth;

create table "event" (
  id uuid not null primary key,
  user_id text not null references "user" (id) on delete cascade,
  at timestamptz not null,
  kind text not null check (length(kind) <= 40),
  how text not null default '' check (length(how) <= 40),
  network text not null default '' check (length(network) <= 60),
  user_agent text not null default '' check (length(user_agent) <= 300)
);
create index event_user on "event" (user_id, at desc);

create table "used_code" (
  user_id text not null references "user" (id) on delete cascade,
  code_hash text not null,
  at timestamptz not null,
  primary key (user_id, code_hash)
);

create table "letter" (
  id uuid not null primary key,
  address text not null check (length(address) <= 320),
  subject text not null check (length(subject) <= 300),
  body text not null check (length(body) <= 20000),
  attempts integer not null default 0,
  not_before timestamptz not null,
  give_up_at timestamptz not null
);
comment on column "letter".body is 'Sealed: a letter may hold a link that signs in';

grant select, insert, update, delete on "event", "used_code", "letter" to espalier_app;
set local search_path = public;
