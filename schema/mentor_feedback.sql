create table mentor_feedback (
  org_id uuid not null,
  id uuid not null,
  match_id uuid not null,
  occasion text not null,
  asked_at timestamp with time zone not null,
  relation integer,
  outcome integer,
  note text default ''::text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint mentor_feedback_pkey PRIMARY KEY (org_id, id),
  constraint mentor_feedback_org_id_match_id_occasion_key UNIQUE (org_id, match_id, occasion),
  constraint mentor_feedback_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint mentor_feedback_org_id_match_id_fkey FOREIGN KEY (org_id, match_id) REFERENCES match(org_id, id) ON DELETE CASCADE,
  constraint mentor_feedback_check CHECK (((relation IS NULL) = (answered_at IS NULL))),
  constraint mentor_feedback_note_check CHECK ((length(note) <= 2000)),
  constraint mentor_feedback_occasion_check CHECK ((occasion = ANY (ARRAY['third-session'::text, 'closure'::text]))),
  constraint mentor_feedback_outcome_check CHECK (((outcome >= 1) AND (outcome <= 5))),
  constraint mentor_feedback_relation_check CHECK (((relation >= 1) AND (relation <= 5)))
);
alter table mentor_feedback force row level security;
create policy tenant on mentor_feedback using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on mentor_feedback to espalier_app;
comment on column mentor_feedback.note is 'Staff only';
