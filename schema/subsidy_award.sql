create table subsidy_award (
  org_id uuid not null,
  id uuid not null,
  enterprise_id uuid not null,
  recipient text default ''::text not null,
  is_same_group boolean default false not null,
  regime text not null,
  giver text not null,
  amount_minor bigint not null,
  currency text default 'GBP'::text not null,
  awarded_on date not null,
  state text default 'declared'::text not null,
  constraint subsidy_award_pkey PRIMARY KEY (org_id, id),
  constraint subsidy_award_org_id_enterprise_id_fkey FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprise(org_id, id) ON DELETE CASCADE,
  constraint subsidy_award_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(org_id) ON DELETE CASCADE,
  constraint subsidy_award_amount_minor_check CHECK ((amount_minor >= 0)),
  constraint subsidy_award_giver_check CHECK ((length(giver) <= 200)),
  constraint subsidy_award_recipient_check CHECK ((length(recipient) <= 200)),
  constraint subsidy_award_regime_check CHECK ((length(regime) <= 40)),
  constraint subsidy_award_state_check CHECK ((state = ANY (ARRAY['declared'::text, 'notified'::text, 'confirmed'::text, 'withdrawn'::text])))
);
CREATE INDEX subsidy_award_enterprise ON subsidy_award USING btree (org_id, enterprise_id);
alter table subsidy_award force row level security;
create policy tenant on subsidy_award using (org_id = ( SELECT current_org() AS current_org)) with check (org_id = current_org());
grant delete, insert, select, update on subsidy_award to espalier_app;
