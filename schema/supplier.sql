create table supplier (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  company_number text,
  vat_number text,
  version integer default 1 not null,
  constraint supplier_pkey PRIMARY KEY (org_id, id),
  constraint supplier_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint supplier_company_number_check CHECK ((length(company_number) <= 8)),
  constraint supplier_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint supplier_vat_number_check CHECK ((length(vat_number) <= 14))
);
alter table supplier force row level security;
create policy tenant on supplier using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on supplier to espalier_app;
