create table allocation (
  org_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  state text default 'draft'::text not null,
  started_by uuid,
  started_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  close_reason text,
  weights jsonb,
  weights_version integer,
  input bytea,
  result bytea,
  input_hash text,
  summary jsonb,
  verified_by uuid,
  verified_at timestamp with time zone,
  is_proved boolean,
  version integer default 1 not null,
  constraint allocation_pkey PRIMARY KEY (org_id, id),
  constraint allocation_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint allocation_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint allocation_check CHECK (((state = 'draft'::text) = (closed_at IS NULL))),
  constraint allocation_check1 CHECK (((state <> 'published'::text) OR ((input IS NOT NULL) AND (result IS NOT NULL) AND (input_hash IS NOT NULL)))),
  constraint allocation_close_reason_check CHECK ((length(close_reason) <= 2000)),
  constraint allocation_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'abandoned'::text])))
);
CREATE UNIQUE INDEX allocation_draft ON allocation USING btree (org_id, programme_id) WHERE (state = 'draft'::text);
CREATE INDEX allocation_programme ON allocation USING btree (org_id, programme_id, started_at);
alter table allocation force row level security;
create policy tenant on allocation using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on allocation to espalier_app;
