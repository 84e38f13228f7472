create table desk_solve (
  org_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  allocation_id uuid,
  allocation_version integer,
  started_by uuid,
  started_at timestamp with time zone not null,
  state text default 'waiting'::text not null,
  stage text default 'reading'::text not null,
  percent integer default 0 not null,
  finished_at timestamp with time zone,
  needs integer,
  mentors integer,
  shown bytea,
  totals bytea,
  input bytea,
  result bytea,
  constraint desk_solve_pkey PRIMARY KEY (org_id, id),
  constraint desk_solve_org_id_allocation_id_fkey FOREIGN KEY (org_id, allocation_id) REFERENCES allocation(org_id, id) ON DELETE CASCADE,
  constraint desk_solve_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint desk_solve_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE CASCADE,
  constraint desk_solve_check CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text])) = (finished_at IS NOT NULL))),
  constraint desk_solve_check1 CHECK (((state <> 'done'::text) OR ((shown IS NOT NULL) AND (totals IS NOT NULL) AND (input IS NOT NULL) AND (result IS NOT NULL)))),
  constraint desk_solve_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
  constraint desk_solve_stage_check CHECK ((stage = ANY (ARRAY['reading'::text, 'scoring'::text, 'solving'::text, 'explaining'::text, 'further'::text]))),
  constraint desk_solve_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'working'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX desk_solve_allocation ON desk_solve USING btree (org_id, allocation_id) WHERE (allocation_id IS NOT NULL);
CREATE INDEX desk_solve_programme ON desk_solve USING btree (org_id, programme_id, started_at);
CREATE UNIQUE INDEX desk_solve_under_way ON desk_solve USING btree (org_id, programme_id) WHERE (state = ANY (ARRAY['waiting'::text, 'working'::text]));
alter table desk_solve force row level security;
create policy tenant on desk_solve using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on desk_solve to espalier_app;
