-- Articles 3 and 6 of 2003/361/EC tell capital from votes, count hundredths of a percent at the limits of 25 and
-- 50 %, add holders who act jointly, and link firms through a person only in the same or an adjacent market.
alter table enterprise_relation alter column percent type numeric(5, 2);
alter table enterprise_relation add column votes_percent numeric(5, 2)
  check (votes_percent between 0 and 100);
alter table enterprise_relation add column acts_jointly boolean not null default false;
alter table enterprise_relation add column is_same_market boolean not null default false;
alter table enterprise_relation drop constraint enterprise_relation_holder_check;
alter table enterprise_relation add constraint enterprise_relation_holder_check check (holder in
  ('enterprise', 'person', 'public-body', 'public-investment-corporation', 'venture-capital',
   'business-angel', 'university', 'institutional-investor', 'small-local-authority'));
comment on column enterprise_relation.percent is 'Share of the capital; of the votes too where votes_percent is null (2003/361/EC article 3)';
comment on column enterprise_relation.votes_percent is 'Share of the votes where it differs: the majority of votes links, the higher share is the proportion (articles 3(3) and 6(2))';
comment on column enterprise_relation.is_same_market is 'Same or adjacent market: without it a person links no firms (article 3(3))';
