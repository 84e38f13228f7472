-- Programmes differ in whether a firm may choose its mentor: in some the adviser appoints, in some the firm chooses
-- from a shortlist, in most the adviser decides case by case, as all have done so far.

alter table programme add column mentor_choice text not null default 'case-by-case'
  check (mentor_choice in ('adviser-appoints', 'case-by-case', 'firm-chooses'));
comment on column programme.mentor_choice is 'Whether a shortlist may be sent, and whether asking a mentor directly wants a reason';
