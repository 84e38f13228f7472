-- Anybody can type an address into the public form: it is its owner's when a letter sent there was answered, or when
-- staff say how they know.
alter table application
  add column address_proved_at timestamptz,
  add column address_vouched_by uuid,
  add foreign key (org_id, address_vouched_by) references person (org_id, id) on delete set null (address_vouched_by);
create index application_vouched on application (org_id, address_vouched_by) where address_vouched_by is not null;
