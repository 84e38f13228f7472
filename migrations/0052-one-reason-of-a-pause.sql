-- Why a mentor paused or left stands beside the audit entry, where the mentor's history reads it.
alter table mentor drop column pause_reason;
