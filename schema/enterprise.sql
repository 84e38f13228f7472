create table enterprise (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  name_key text not null,
  trading_name text,
  is_pre_start boolean default false not null,
  company_number text,
  company_status text,
  incorporated_on date,
  trading_since date,
  vat_number text,
  legal_form text,
  sic_scheme text default 'SIC2007'::text not null,
  sic_codes text[] default '{}'::text[] not null,
  sector text,
  description text,
  website text,
  phone text,
  registered_address text,
  registered_postcode text,
  trading_address text,
  trading_postcode text,
  postcode_key text,
  authority_code text,
  authority_confirmed_by uuid,
  authority_confirmed_at timestamp with time zone,
  is_vat_registered boolean,
  external_reference text,
  register_checked_on date,
  merged_into uuid,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  size_band text,
  notes text,
  constraint enterprise_pkey PRIMARY KEY (org_id, id),
  constraint enterprise_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint enterprise_authority_code_check CHECK ((length(authority_code) <= 20)),
  constraint enterprise_company_number_check CHECK ((length(company_number) <= 8)),
  constraint enterprise_company_status_check CHECK ((length(company_status) <= 100)),
  constraint enterprise_description_check CHECK ((length(description) <= 4000)),
  constraint enterprise_external_reference_check CHECK ((length(external_reference) <= 100)),
  constraint enterprise_legal_form_check CHECK ((length(legal_form) <= 100)),
  constraint enterprise_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint enterprise_notes_check CHECK ((length(notes) <= 4000)),
  constraint enterprise_phone_check CHECK ((length(phone) <= 50)),
  constraint enterprise_registered_address_check CHECK ((length(registered_address) <= 600)),
  constraint enterprise_registered_postcode_check CHECK ((length(registered_postcode) <= 12)),
  constraint enterprise_sector_check CHECK ((length(sector) <= 100)),
  constraint enterprise_size_band_check CHECK ((size_band = ANY (ARRAY['micro'::text, 'small'::text, 'medium'::text, 'large'::text]))),
  constraint enterprise_trading_address_check CHECK ((length(trading_address) <= 600)),
  constraint enterprise_trading_name_check CHECK ((length(trading_name) <= 200)),
  constraint enterprise_trading_postcode_check CHECK ((length(trading_postcode) <= 12)),
  constraint enterprise_vat_number_check CHECK ((length(vat_number) <= 14)),
  constraint enterprise_website_check CHECK ((length(website) <= 300))
);
CREATE UNIQUE INDEX enterprise_company ON enterprise USING btree (org_id, company_number) WHERE ((company_number IS NOT NULL) AND (merged_into IS NULL));
CREATE INDEX enterprise_merged ON enterprise USING btree (org_id, id) WHERE (merged_into IS NOT NULL);
CREATE INDEX enterprise_name_key_trigram ON enterprise USING gin (name_key gin_trgm_ops);
CREATE INDEX enterprise_name_order ON enterprise USING btree (org_id, name, id);
CREATE INDEX enterprise_name_postcode ON enterprise USING btree (org_id, name_key, postcode_key);
CREATE INDEX enterprise_name_trigram ON enterprise USING gin (name gin_trgm_ops);
CREATE INDEX enterprise_trading_name_trigram ON enterprise USING gin (trading_name gin_trgm_ops);
CREATE INDEX enterprise_vat ON enterprise USING btree (org_id, vat_number) WHERE (vat_number IS NOT NULL);
alter table enterprise force row level security;
create policy tenant on enterprise using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on enterprise to espalier_app;
comment on column enterprise.trading_postcode is 'Never proof of place: authority_code with an adviser''s confirmation is';
comment on column enterprise.size_band is 'From the latest size test; null while it is not known';
