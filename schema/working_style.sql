create table working_style (
  org_id uuid not null,
  enterprise_id uuid not null,
  axes jsonb default '{}'::jsonb not null,
  wish text default ''::text not null,
  languages text[] default '{}'::text[] not null,
  meets text[] default '{}'::text[] not null,
  availability jsonb default '[]'::jsonb not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint working_style_pkey PRIMARY KEY (org_id, enterprise_id),
  constraint working_style_org_id_enterprise_id_fkey FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprise(org_id, id) ON DELETE CASCADE,
  constraint working_style_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint working_style_wish_check CHECK ((length(wish) <= 1000))
);
alter table working_style force row level security;
create policy tenant on working_style using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on working_style to espalier_app;
