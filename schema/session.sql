create table session (
  org_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  format text default 'one-to-one'::text not null,
  state text default 'logged'::text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  mode text not null,
  place text default ''::text not null,
  topics text[] default '{}'::text[] not null,
  kinds text[] default '{}'::text[] not null,
  summary text default ''::text not null,
  preparation_minutes integer default 0 not null,
  follow_up_minutes integer default 0 not null,
  travel_minutes integer default 0 not null,
  administration_minutes integer default 0 not null,
  logged_by uuid,
  logged_at timestamp with time zone,
  version integer default 1 not null,
  constraint session_pkey PRIMARY KEY (org_id, id),
  constraint session_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint session_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES programme(org_id, id) ON DELETE RESTRICT,
  constraint session_administration_minutes_check CHECK (((administration_minutes >= 0) AND (administration_minutes <= 1440))),
  constraint session_check CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '12:00:00'::interval)))),
  constraint session_follow_up_minutes_check CHECK (((follow_up_minutes >= 0) AND (follow_up_minutes <= 1440))),
  constraint session_format_check CHECK ((format = ANY (ARRAY['one-to-one'::text, 'group'::text]))),
  constraint session_mode_check CHECK ((mode = ANY (ARRAY['in-person'::text, 'video'::text, 'phone'::text]))),
  constraint session_place_check CHECK ((length(place) <= 300)),
  constraint session_preparation_minutes_check CHECK (((preparation_minutes >= 0) AND (preparation_minutes <= 1440))),
  constraint session_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'logged'::text, 'cancelled'::text]))),
  constraint session_summary_check CHECK ((length(summary) <= 5000)),
  constraint session_travel_minutes_check CHECK (((travel_minutes >= 0) AND (travel_minutes <= 1440)))
);
CREATE INDEX session_programme ON session USING btree (org_id, programme_id, starts_at);
alter table session force row level security;
create policy tenant on session using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on session to espalier_app;
