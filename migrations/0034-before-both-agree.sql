-- What a mentor reads before saying yes tells nobody's name, scores or notes; and the firm says whether it wishes
-- to be asked before a mentor who said yes learns who it is.

alter table offer
  add column outline text not null default '' check (length(outline) <= 10000),
  add column remark text not null default '' check (length(remark) <= 2000),
  add column firm_agreed boolean not null default false,
  add column shares_diagnosis boolean;
comment on column offer.outline is 'What the mentor is told before both have agreed; empty for offers of before, whose letter told everything';
comment on column offer.firm_agreed is 'The firm chose this mentor, or said yes to them';
comment on column offer.shares_diagnosis is 'Whether the briefing after the yes told what the diagnosis found';

alter table enrolment
  add column sharing text check (sharing in ('at-yes', 'ask-first')),
  add column sharing_on date,
  add column sharing_by uuid;
comment on column enrolment.sharing is 'Whether a mentor who says yes learns at once who the firm is; null: not asked yet';
