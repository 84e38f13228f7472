-- Who must have a second factor, by the organisation's rule: whoever reaches far unless it says otherwise.

alter table organisation add column second_factor text not null default 'far-reaching'
  check (second_factor in ('nobody', 'far-reaching', 'staff'));
alter table organisation add column second_factor_since timestamptz not null default now();
comment on column organisation.second_factor_since is 'When the rule was set; everybody has a week from then, or from their role';
