-- Taking an import back deletes enterprises, enrolments, people and mentors. For each deleted row PostgreSQL looks
-- for rows that still refer to it, and without an index it reads the whole referring table: 200 enterprises took
-- 3.3 s beside 10,000 others. Tables of a few rows (funders, suppliers, rule sets, import runs) stay without.

create index measure_enrolment on measure (org_id, enrolment_id) where enrolment_id is not null;
create index output_enrolment on output (org_id, enrolment_id);
create index application_enrolment on application (org_id, enrolment_id) where enrolment_id is not null;
create index document_enrolment on document (org_id, enrolment_id) where enrolment_id is not null;
create index client_comment_enrolment on client_comment (org_id, enrolment_id);
create index eligibility_override_enrolment on eligibility_override (org_id, enrolment_id);

create index subsidy_award_enterprise on subsidy_award (org_id, enterprise_id);
create index mentor_conflict_enterprise on mentor_conflict (org_id, enterprise_id) where enterprise_id is not null;

create index contact_adviser on contact (org_id, adviser_id) where adviser_id is not null;
create index contact_with_person on contact (org_id, with_person_id) where with_person_id is not null;
create index diagnosis_adviser on diagnosis (org_id, adviser_id) where adviser_id is not null;
create index private_note_author on private_note (org_id, author_id);
create index invitation_person on invitation (org_id, person_id);
create index role_grant_person on role_grant (org_id, person_id);

create index mentor_conflict_mentor on mentor_conflict (org_id, mentor_id);
create index shortlist_mentor_mentor on shortlist_mentor (org_id, mentor_id);
create index session_remark_mentor on session_remark (org_id, mentor_id);
create index barred_pair_mentor on barred_pair (org_id, mentor_id);

create index action_need on action (org_id, need_id) where need_id is not null;
create index action_session on action (org_id, session_id) where session_id is not null;
create index session_enterprise_need on session_enterprise (org_id, need_id) where need_id is not null;
create index session_mentor_match on session_mentor (org_id, match_id) where match_id is not null;
create index shortlist_need on shortlist (org_id, need_id);
create index match_offer on match (org_id, offer_id) where offer_id is not null;
create index need_diagnosis on need (org_id, diagnosis_id) where diagnosis_id is not null;
