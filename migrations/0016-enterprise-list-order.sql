-- Each order of the list of enterprises, so that a page of fifty reads about fifty rows however many there are.
-- Days may be missing and then come last in both directions, which takes an index for each.

drop index enrolment_due;
drop index enrolment_programme_state;
create index enrolment_by_next on enrolment (org_id, programme_id, next_contact_on, enterprise_id);
create index enrolment_by_next_down on enrolment
  (org_id, programme_id, next_contact_on desc nulls last, enterprise_id desc);
create index enrolment_by_last on enrolment (org_id, programme_id, last_contact_on, enterprise_id);
create index enrolment_by_last_down on enrolment
  (org_id, programme_id, last_contact_on desc nulls last, enterprise_id desc);
create index enrolment_by_applied on enrolment (org_id, programme_id, applied_on, enterprise_id);
create index enrolment_by_state on enrolment (org_id, programme_id, state, enterprise_id);
create index enrolment_by_stage on enrolment (org_id, programme_id, stage, enterprise_id);
