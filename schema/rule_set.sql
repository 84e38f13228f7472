create table rule_set (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  version text not null,
  name text not null,
  effective_from date not null,
  body jsonb not null,
  copied_from text,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  constraint rule_set_pkey PRIMARY KEY (org_id, id),
  constraint rule_set_org_id_code_version_key UNIQUE (org_id, code, version),
  constraint rule_set_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint rule_set_code_check CHECK ((length(code) <= 60)),
  constraint rule_set_name_check CHECK ((length(name) <= 200)),
  constraint rule_set_version_check CHECK ((length(version) <= 60))
);
alter table rule_set force row level security;
create policy tenant on rule_set using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on rule_set to espalier_app;
