create table person (
  org_id uuid not null,
  id uuid not null,
  user_id text,
  name text not null,
  email text,
  phone text,
  access_needs text,
  quiet_from time without time zone default '20:00:00'::time without time zone not null,
  quiet_to time without time zone default '08:00:00'::time without time zone not null,
  created_at timestamp with time zone default now() not null,
  removed_at timestamp with time zone,
  version integer default 1 not null,
  constraint person_pkey PRIMARY KEY (org_id, id),
  constraint person_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint person_access_needs_check CHECK ((length(access_needs) <= 2000)),
  constraint person_email_check CHECK ((length(email) <= 320)),
  constraint person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint person_phone_check CHECK ((length(phone) <= 50))
);
CREATE INDEX person_by_user ON person USING btree (user_id);
CREATE INDEX person_email ON person USING btree (org_id, lower(email));
CREATE UNIQUE INDEX person_user ON person USING btree (org_id, user_id) WHERE ((user_id IS NOT NULL) AND (removed_at IS NULL));
alter table person force row level security;
create policy tenant on person using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on person to espalier_app;
comment on column person.access_needs is 'Reasonable adjustments (Equality Act 2010); staff and the person only';
