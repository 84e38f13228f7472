create table measure (
  org_id uuid not null,
  id uuid not null,
  enterprise_id uuid not null,
  enrolment_id uuid,
  kind text not null,
  amount bigint not null,
  currency text,
  year_ends_on date not null,
  source text default 'declaration'::text not null,
  attribution text,
  is_reportable boolean default false not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint measure_pkey PRIMARY KEY (org_id, id),
  constraint measure_org_id_enrolment_id_fkey FOREIGN KEY (org_id, enrolment_id) REFERENCES enrolment(org_id, id) ON DELETE SET NULL (enrolment_id),
  constraint measure_org_id_enterprise_id_fkey FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprise(org_id, id) ON DELETE CASCADE,
  constraint measure_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint measure_attribution_check CHECK ((length(attribution) <= 2000)),
  constraint measure_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'turnover'::text, 'profit'::text, 'balance-sheet'::text, 'exports'::text, 'research-spend'::text, 'investment'::text, 'products'::text, 'grants'::text, 'confidence'::text]))),
  constraint measure_source_check CHECK ((source = ANY (ARRAY['declaration'::text, 'accounts'::text, 'payroll'::text, 'estimate'::text, 'import'::text])))
);
CREATE INDEX measure_enrolment ON measure USING btree (org_id, enrolment_id) WHERE (enrolment_id IS NOT NULL);
CREATE INDEX measure_enterprise ON measure USING btree (org_id, enterprise_id, kind, year_ends_on);
alter table measure force row level security;
create policy tenant on measure using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on measure to espalier_app;
comment on column measure.amount is 'Staff in hundredths of a full-time equivalent, money in minor units, products as a count, confidence 0-10';
