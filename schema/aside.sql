create table aside (
  org_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  row_key text not null,
  cause text not null,
  until date,
  reason text default ''::text not null,
  put_by uuid,
  put_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint aside_pkey PRIMARY KEY (org_id, id),
  constraint aside_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint aside_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint aside_cause_check CHECK ((length(cause) <= 200)),
  constraint aside_check CHECK (((until IS NOT NULL) OR (reason <> ''::text))),
  constraint aside_reason_check CHECK ((length(reason) <= 2000)),
  constraint aside_row_key_check CHECK (((length(row_key) >= 1) AND (length(row_key) <= 200)))
);
CREATE UNIQUE INDEX aside_once ON aside USING btree (org_id, programme_id, row_key) WHERE (ended_at IS NULL);
alter table aside force row level security;
create policy tenant on aside using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on aside to espalier_app;
comment on column aside.cause is 'What the row rested on; with another cause it is a new row';
comment on column aside.until is 'The row is put off to this day; null: it is kept as it is until its cause changes';
