create table enterprise_relation (
  org_id uuid not null,
  id uuid not null,
  enterprise_id uuid not null,
  name text not null,
  holds_through uuid,
  direction text not null,
  holder text default 'enterprise'::text not null,
  percent numeric(5,2) not null,
  has_control boolean default false not null,
  is_under_angel_limit boolean default false not null,
  is_consolidated boolean default false not null,
  staff_hundredths integer,
  turnover_minor bigint,
  balance_sheet_minor bigint,
  currency text default 'GBP'::text not null,
  votes_percent numeric(5,2),
  acts_jointly boolean default false not null,
  is_same_market boolean default false not null,
  constraint enterprise_relation_pkey PRIMARY KEY (org_id, id),
  constraint enterprise_relation_org_id_enterprise_id_fkey FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprise(org_id, id) ON DELETE CASCADE,
  constraint enterprise_relation_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint enterprise_relation_org_id_holds_through_fkey FOREIGN KEY (org_id, holds_through) REFERENCES enterprise_relation(org_id, id) ON DELETE CASCADE,
  constraint enterprise_relation_currency_check CHECK ((length(currency) = 3)),
  constraint enterprise_relation_direction_check CHECK ((direction = ANY (ARRAY['holds-us'::text, 'held-by-us'::text]))),
  constraint enterprise_relation_holder_check CHECK ((holder = ANY (ARRAY['enterprise'::text, 'person'::text, 'public-body'::text, 'public-investment-corporation'::text, 'venture-capital'::text, 'business-angel'::text, 'university'::text, 'institutional-investor'::text, 'small-local-authority'::text]))),
  constraint enterprise_relation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint enterprise_relation_percent_check CHECK (((percent >= (0)::numeric) AND (percent <= (100)::numeric))),
  constraint enterprise_relation_staff_hundredths_check CHECK ((staff_hundredths >= 0)),
  constraint enterprise_relation_votes_percent_check CHECK (((votes_percent >= (0)::numeric) AND (votes_percent <= (100)::numeric)))
);
CREATE INDEX enterprise_relation_enterprise ON enterprise_relation USING btree (org_id, enterprise_id);
alter table enterprise_relation force row level security;
create policy tenant on enterprise_relation using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on enterprise_relation to espalier_app;
comment on column enterprise_relation.holds_through is 'The firm whose own relation this is; null when it is the enterprise''s';
comment on column enterprise_relation.percent is 'Share of the capital; of the votes too where votes_percent is null (2003/361/EC article 3)';
comment on column enterprise_relation.votes_percent is 'Share of the votes where it differs: the majority of votes links, the higher share is the proportion (articles 3(3) and 6(2))';
comment on column enterprise_relation.is_same_market is 'Same or adjacent market: without it a person links no firms (article 3(3))';
