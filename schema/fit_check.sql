create table fit_check (
  org_id uuid not null,
  id uuid not null,
  match_id uuid not null,
  side text not null,
  round integer default 1 not null,
  asked_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  answer text,
  note text default ''::text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint fit_check_pkey PRIMARY KEY (org_id, id),
  constraint fit_check_org_id_match_id_side_round_key UNIQUE (org_id, match_id, side, round),
  constraint fit_check_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint fit_check_org_id_match_id_fkey FOREIGN KEY (org_id, match_id) REFERENCES match(org_id, id) ON DELETE CASCADE,
  constraint fit_check_answer_check CHECK ((answer = ANY (ARRAY['good'::text, 'undecided'::text, 'not-good'::text]))),
  constraint fit_check_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint fit_check_note_check CHECK ((length(note) <= 2000)),
  constraint fit_check_round_check CHECK (((round >= 1) AND (round <= 50))),
  constraint fit_check_side_check CHECK ((side = ANY (ARRAY['enterprise'::text, 'mentor'::text])))
);
alter table fit_check force row level security;
create policy tenant on fit_check using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on fit_check to espalier_app;
comment on column fit_check.note is 'Staff only';
