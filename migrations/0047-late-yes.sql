-- A mentor whose time to answer has passed says that they would still help; staff ask them again in one step.
alter table offer add column late_yes_at timestamptz;
alter table offer add constraint offer_late_yes check (late_yes_at is null or state = 'expired');
comment on column offer.late_yes_at is 'After the time to answer had passed';
create index offer_late_yes on offer (org_id, need_id) where late_yes_at is not null;
