create table demonstration_story (
  org_id uuid not null,
  seed integer default 0 not null,
  state text default 'waiting'::text not null,
  heard_at timestamp with time zone not null,
  reached_on date,
  percent integer default 0 not null,
  failure text,
  constraint demonstration_story_pkey PRIMARY KEY (org_id),
  constraint demonstration_story_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint demonstration_story_check CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
  constraint demonstration_story_failure_check CHECK ((length(failure) <= 2000)),
  constraint demonstration_story_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
  constraint demonstration_story_seed_check CHECK ((seed >= 0)),
  constraint demonstration_story_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'telling'::text, 'failed'::text, 'told'::text])))
);
alter table demonstration_story force row level security;
create policy tenant on demonstration_story using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on demonstration_story to espalier_app;
