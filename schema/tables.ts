import type { Generated } from 'kysely';

export interface ActionTable {
  org_id: string;
  id: string;
  enrolment_id: string;
  need_id: string | null;
  session_id: string | null;
  title: string;
  owner: string;
  due_on: string | null;
  measure: Generated<string>;
  state: Generated<string>;
  ended_on: string | null;
  created_by: string | null;
  created_at: string;
  version: Generated<number>;
}

export interface AllocationTable {
  org_id: string;
  id: string;
  programme_id: string;
  state: Generated<string>;
  started_by: string | null;
  started_at: string;
  closed_by: string | null;
  closed_at: string | null;
  close_reason: string | null;
  weights: unknown;
  weights_version: number | null;
  input: Buffer | null;
  result: Buffer | null;
  input_hash: string | null;
  summary: unknown;
  verified_by: string | null;
  verified_at: string | null;
  is_proved: boolean | null;
  version: Generated<number>;
}

export interface AllocationEditTable {
  org_id: string;
  allocation_id: string;
  number: number;
  kind: string;
  need_id: string | null;
  mentor_id: string | null;
  amount: number | null;
  reason: Generated<string>;
  made_by: string | null;
  made_at: string;
}

export interface AllocationPairTable {
  org_id: string;
  allocation_id: string;
  position: number;
  need_id: string;
  mentor_id: string;
  proposed_mentor_id: string | null;
  fit: number;
  is_pinned: boolean;
  reason: Generated<string>;
  outcome: string;
  note: Generated<string>;
}

export interface ApplicationTable {
  org_id: string;
  id: string;
  programme_id: string;
  enrolment_id: string | null;
  state: Generated<string>;
  source: Generated<string>;
  applicant_name: Generated<string>;
  applicant_email: Generated<string>;
  is_potential_entrepreneur: Generated<boolean>;
  answers: Generated<unknown>;
  step: Generated<string>;
  submitted_at: string | null;
  created_at: Generated<string>;
  updated_at: Generated<string>;
  version: Generated<number>;
  reminded_at: string | null;
  address_proved_at: string | null;
  address_vouched_by: string | null;
}

export interface AsideTable {
  org_id: string;
  id: string;
  programme_id: string;
  row_key: string;
  cause: string;
  until: string | null;
  reason: Generated<string>;
  put_by: string | null;
  put_at: string;
  ended_by: string | null;
  ended_at: string | null;
}

export interface AuditTable {
  org_id: string;
  seq: number;
  at: string;
  actor_id: string | null;
  actor_kind: string;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  reason: string | null;
  changes: Generated<unknown>;
  previous_hash: string;
  hash: string;
  form: Generated<number>;
  reason_hash: string | null;
}

export interface AuditHeadTable {
  org_id: string;
  seq: number;
  hash: string;
  keyed_from: number | null;
  mac: string | null;
}

export interface AuditReasonTable {
  org_id: string;
  seq: number;
  text: string;
}

export interface BarredPairTable {
  org_id: string;
  enterprise_id: string;
  mentor_id: string;
  reason: string;
  cause: string;
  barred_by: string | null;
  barred_at: string;
}

export interface BaselineTable {
  org_id: string;
  enrolment_id: string;
  figures: unknown;
  frozen_by: string | null;
  frozen_at: string;
}

export interface BaselineCorrectionTable {
  org_id: string;
  id: string;
  enrolment_id: string;
  kind: string;
  before: number;
  amount: number;
  reason: string;
  asked_by: string;
  asked_at: string;
  answered_by: string | null;
  answered_at: string | null;
  is_agreed: boolean | null;
  answer: string | null;
}

export interface ClientCommentTable {
  org_id: string;
  id: string;
  enrolment_id: string;
  body: string;
  said_by: string | null;
  said_on: string;
  may_publish: Generated<boolean>;
}

export interface ContactTable {
  org_id: string;
  id: string;
  enrolment_id: string;
  kind: string;
  happened_at: string;
  with_person_id: string | null;
  adviser_id: string | null;
  achieved: Generated<string>;
  planned: Generated<string>;
  blocking: Generated<string>;
  learned: Generated<string>;
  has_issue_changed: boolean | null;
  changed_issue: Generated<string>;
  next_contact_on: string | null;
  recorded_at: string;
  issue_outcome: string | null;
  issue_settled_by: string | null;
  issue_settled_at: string | null;
}

export interface DemonstrationStoryTable {
  org_id: string;
  seed: Generated<number>;
  state: Generated<string>;
  heard_at: string;
  reached_on: string | null;
  percent: Generated<number>;
  failure: string | null;
}

export interface DeskSolveTable {
  org_id: string;
  id: string;
  programme_id: string;
  allocation_id: string | null;
  allocation_version: number | null;
  started_by: string | null;
  started_at: string;
  state: Generated<string>;
  stage: Generated<string>;
  percent: Generated<number>;
  finished_at: string | null;
  needs: number | null;
  mentors: number | null;
  shown: Buffer | null;
  totals: Buffer | null;
  input: Buffer | null;
  result: Buffer | null;
}

export interface DiagnosisTable {
  org_id: string;
  id: string;
  enrolment_id: string;
  number: number;
  state: Generated<string>;
  dated_on: string;
  stated_need: Generated<string>;
  real_need: Generated<string>;
  confidence: number | null;
  adviser_id: string | null;
  self_scored_at: string | null;
  completed_at: string | null;
  version: Generated<number>;
}

export interface DiagnosisScoreTable {
  org_id: string;
  diagnosis_id: string;
  area: string;
  self_maturity: number | null;
  adviser_maturity: number | null;
  importance: number | null;
  urgency: number | null;
  note: Generated<string>;
}

export interface DocumentTable {
  org_id: string;
  id: string;
  enterprise_id: string;
  enrolment_id: string | null;
  kind: Generated<string>;
  title: string;
  file_id: string;
  added_by: string | null;
  added_at: string;
  removed_at: string | null;
}

export interface EligibilityOverrideTable {
  org_id: string;
  id: string;
  enrolment_id: string;
  test: string;
  reason: string;
  requested_by: string;
  requested_at: string;
  approved_by: string | null;
  approved_at: string | null;
  refused_by: string | null;
  refused_at: string | null;
  answer: string | null;
}

export interface EligibilityTestTable {
  org_id: string;
  id: string;
  enrolment_id: string;
  test: string;
  result: string;
  because: string;
  evidence: Generated<string>;
  facts: Generated<unknown>;
  rule_set_id: string | null;
  decided_by: string | null;
  decided_at: string;
}

export interface EnrolmentTable {
  org_id: string;
  id: string;
  programme_id: string;
  enterprise_id: string;
  state: Generated<string>;
  stage: Generated<string>;
  adviser_id: string | null;
  source: Generated<string>;
  applied_on: string;
  eligible_on: string | null;
  decided_by: string | null;
  refusal: string | null;
  signpost: string | null;
  cadence_days: number | null;
  next_contact_on: string | null;
  last_contact_on: string | null;
  closed_on: string | null;
  closure_reason: string | null;
  version: Generated<number>;
  created_at: Generated<string>;
  sharing: string | null;
  sharing_on: string | null;
  sharing_by: string | null;
  next_contact_why: Generated<string>;
}

export interface EnterpriseTable {
  org_id: string;
  id: string;
  name: string;
  name_key: string;
  trading_name: string | null;
  is_pre_start: Generated<boolean>;
  company_number: string | null;
  company_status: string | null;
  incorporated_on: string | null;
  trading_since: string | null;
  vat_number: string | null;
  legal_form: string | null;
  sic_scheme: Generated<string>;
  sic_codes: Generated<string[]>;
  sector: string | null;
  description: string | null;
  website: string | null;
  phone: string | null;
  registered_address: string | null;
  registered_postcode: string | null;
  trading_address: string | null;
  trading_postcode: string | null;
  postcode_key: string | null;
  authority_code: string | null;
  authority_confirmed_by: string | null;
  authority_confirmed_at: string | null;
  is_vat_registered: boolean | null;
  external_reference: string | null;
  register_checked_on: string | null;
  merged_into: string | null;
  version: Generated<number>;
  created_at: Generated<string>;
  size_band: string | null;
  notes: string | null;
}

export interface EnterprisePersonTable {
  org_id: string;
  enterprise_id: string;
  person_id: string;
  position: Generated<string>;
  is_lead: Generated<boolean>;
  from_on: string;
  to_on: string | null;
  created_at: Generated<string>;
}

export interface EnterpriseRelationTable {
  org_id: string;
  id: string;
  enterprise_id: string;
  name: string;
  holds_through: string | null;
  direction: string;
  holder: Generated<string>;
  percent: number;
  has_control: Generated<boolean>;
  is_under_angel_limit: Generated<boolean>;
  is_consolidated: Generated<boolean>;
  staff_hundredths: number | null;
  turnover_minor: number | null;
  balance_sheet_minor: number | null;
  currency: Generated<string>;
  votes_percent: number | null;
  acts_jointly: Generated<boolean>;
  is_same_market: Generated<boolean>;
}

export interface FileTable {
  org_id: string;
  id: string;
  sha256: string;
  name: string;
  type: string;
  size: number;
  uploaded_by: string | null;
  uploaded_at: Generated<string>;
}

export interface FileChunkTable {
  org_id: string;
  sha256: string;
  n: number;
  bytes: Buffer;
}

export interface FitCheckTable {
  org_id: string;
  id: string;
  match_id: string;
  side: string;
  round: Generated<number>;
  asked_at: string;
  reminded_at: string | null;
  answer: string | null;
  note: Generated<string>;
  answered_by: string | null;
  answered_at: string | null;
}

export interface FunderTable {
  org_id: string;
  id: string;
  name: string;
}

export interface IdempotencyKeyTable {
  org_id: string;
  key: string;
  command: string;
  person_id: string | null;
  result: unknown;
  created_at: Generated<string>;
  input_hash: string | null;
}

export interface ImportMappingTable {
  org_id: string;
  kind: string;
  signature: string;
  mapping: unknown;
  used_at: Generated<string>;
}

export interface ImportRowTable {
  org_id: string;
  run_id: string;
  row_number: number;
  cells: unknown;
  outcome: string | null;
  decision: string | null;
  match_id: string | null;
  changes: Generated<unknown>;
  problems: Generated<unknown>;
  taken_at: string | null;
  subject_id: string | null;
  subject_version: number | null;
  undone_at: string | null;
  undo_refusal: string | null;
}

export interface ImportRunTable {
  org_id: string;
  id: string;
  programme_id: string | null;
  kind: string;
  file_id: string | null;
  file_name: string;
  file_sha256: string;
  sheet: string | null;
  headers: Generated<unknown>;
  format: Generated<unknown>;
  mapping: Generated<unknown>;
  state: Generated<string>;
  total: Generated<number>;
  progress: Generated<number>;
  counts: Generated<unknown>;
  failure: string | null;
  started_by: string | null;
  created_at: Generated<string>;
  finished_at: string | null;
  version: Generated<number>;
}

export interface InvitationTable {
  org_id: string;
  id: string;
  person_id: string;
  email: string;
  link_id: string;
  invited_by: string | null;
  invited_at: Generated<string>;
  accepted_at: string | null;
  revoked_at: string | null;
}

export interface KeptFormTable {
  org_id: string;
  id: string;
  person_id: string;
  path: string;
  body: string;
  kept_at: string;
}

export interface LinkTable {
  org_id: string;
  id: string;
  secret_hash: string;
  purpose: string;
  person_id: string | null;
  subject_id: string | null;
  expires_at: string;
  used_at: string | null;
  revoked_at: string | null;
  created_at: Generated<string>;
}

export interface MailTable {
  org_id: string;
  id: string;
  person_id: string | null;
  to_address: string;
  to_name: Generated<string>;
  kind: string;
  subject: string;
  body: string;
  calendar: string | null;
  calendar_method: string | null;
  about_kind: string | null;
  about_id: string | null;
  urgent: Generated<boolean>;
  state: Generated<string>;
  not_before: Generated<string>;
  give_up_at: Generated<string>;
  attempts: Generated<number>;
  last_error: string | null;
  sent_at: string | null;
  created_at: Generated<string>;
  answers_to: string | null;
}

export interface MatchTable {
  org_id: string;
  id: string;
  enrolment_id: string;
  need_id: string;
  mentor_id: string;
  offer_id: string | null;
  role: string;
  during: string;
  introduced_at: string | null;
  end_cause: string | null;
  end_note: string | null;
  handover: string | null;
  ended_by: string | null;
  version: Generated<number>;
  ended_on: string | null;
}

export interface MeasureTable {
  org_id: string;
  id: string;
  enterprise_id: string;
  enrolment_id: string | null;
  kind: string;
  amount: number;
  currency: string | null;
  year_ends_on: string;
  source: Generated<string>;
  attribution: string | null;
  is_reportable: Generated<boolean>;
  recorded_by: string | null;
  recorded_at: string;
  withdrawn_at: string | null;
}

export interface MentorTable {
  org_id: string;
  id: string;
  person_id: string;
  supplier_id: string | null;
  state: Generated<string>;
  inducted_on: string | null;
  code_signed_on: string | null;
  contract_from: string | null;
  contract_to: string | null;
  paused_until: string | null;
  headline: Generated<string>;
  story: Generated<string>;
  roles: Generated<string[]>;
  places: Generated<number>;
  minutes_per_month: Generated<number>;
  languages: Generated<string[]>;
  meets: Generated<string[]>;
  authority_codes: Generated<string[]>;
  home_postcode: string | null;
  sectors: Generated<string[]>;
  stages: Generated<string[]>;
  sizes: Generated<string[]>;
  style: Generated<unknown>;
  availability: Generated<unknown>;
  version: Generated<number>;
  created_at: Generated<string>;
}

export interface MentorConflictTable {
  org_id: string;
  id: string;
  mentor_id: string;
  enterprise_id: string;
  kind: string;
  note: Generated<string>;
  declared_at: string;
  ended_at: string | null;
}

export interface MentorExpertiseTable {
  org_id: string;
  mentor_id: string;
  area: string;
  level: number;
  evidence: Generated<string>;
  topics: Generated<string[]>;
}

export interface MentorFeedbackTable {
  org_id: string;
  id: string;
  match_id: string;
  occasion: string;
  asked_at: string;
  relation: number | null;
  outcome: number | null;
  note: Generated<string>;
  answered_by: string | null;
  answered_at: string | null;
}

export interface MentorTraitTable {
  org_id: string;
  mentor_id: string;
  trait: string;
  given_at: string;
}

export interface NeedTable {
  org_id: string;
  id: string;
  enrolment_id: string;
  diagnosis_id: string | null;
  replaces_id: string | null;
  area: string;
  topics: Generated<string[]>;
  detail: string;
  seen_by: Generated<string>;
  priority: Generated<number>;
  state: Generated<string>;
  opened_on: string;
  introduced_on: string | null;
  closed_on: string | null;
  result: string | null;
  result_note: string | null;
  minutes_per_month: Generated<number>;
  version: Generated<number>;
  waits_since: string | null;
}

export interface NoteOpeningTable {
  org_id: string;
  id: string;
  enrolment_id: string;
  reason: string;
  requested_by: string;
  requested_at: string;
  state: Generated<string>;
  answered_by: string | null;
  answered_at: string | null;
  open_until: string | null;
}

export interface OfferTable {
  org_id: string;
  id: string;
  need_id: string;
  mentor_id: string;
  shortlist_id: string | null;
  role: string;
  state: Generated<string>;
  fit: number | null;
  parts: Generated<unknown>;
  weights_version: number | null;
  override_reason: string | null;
  briefing: Generated<string>;
  offered_by: string | null;
  offered_at: string;
  answer_by: string;
  nudged_at: string | null;
  answered_at: string | null;
  decline_reason: string | null;
  decline_note: string | null;
  version: Generated<number>;
  decline_until: string | null;
  decline_set_aside_at: string | null;
  allocation_id: string | null;
  allocation_position: number | null;
  outline: Generated<string>;
  remark: Generated<string>;
  firm_agreed: Generated<boolean>;
  shares_diagnosis: boolean | null;
  late_yes_at: string | null;
}

export interface OrganisationTable {
  org_id: string;
  slug: string;
  name: string;
  zone: Generated<string>;
  currency: Generated<string>;
  is_demonstration: Generated<boolean>;
  settings: Generated<unknown>;
  version: Generated<number>;
  created_at: Generated<string>;
  second_factor: Generated<string>;
  second_factor_since: Generated<string>;
}

export interface OutputTable {
  org_id: string;
  id: string;
  programme_id: string;
  enrolment_id: string;
  indicator: string;
  value: Generated<number>;
  achieved_on: string;
  state: Generated<string>;
  statement: Generated<string>;
  document_id: string | null;
  recorded_by: string | null;
  recorded_at: string;
  verified_by: string | null;
  verified_at: string | null;
  version: Generated<number>;
}

export interface PersonTable {
  org_id: string;
  id: string;
  user_id: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  access_needs: string | null;
  quiet_from: Generated<string>;
  quiet_to: Generated<string>;
  created_at: Generated<string>;
  removed_at: string | null;
  version: Generated<number>;
}

export interface PrivateNoteTable {
  org_id: string;
  id: string;
  enterprise_id: string;
  author_id: string;
  about_kind: string;
  about_id: string | null;
  body: string;
  written_at: string;
}

export interface ProgrammeTable {
  org_id: string;
  id: string;
  slug: string;
  name: string;
  state: Generated<string>;
  starts_on: string | null;
  ends_on: string | null;
  zone: Generated<string>;
  currency: Generated<string>;
  mentoring_model: Generated<string>;
  size_bands: Generated<string[]>;
  sic_divisions: Generated<string[]>;
  remit_description: Generated<string>;
  trading_at_least_months: number | null;
  trading_below_months: number | null;
  takes_potential_entrepreneurs: Generated<boolean>;
  business_sales_at_least: number | null;
  cadence: Generated<unknown>;
  answer_days: Generated<number>;
  introduction_days: Generated<number>;
  applications_open: Generated<boolean>;
  about: Generated<string>;
  signposts: Generated<unknown>;
  setup_step: string | null;
  version: Generated<number>;
  created_at: Generated<string>;
  mentor_choice: Generated<string>;
  decision_days: Generated<number>;
  pause_words: Generated<string>;
  pause_until: string | null;
}

export interface ProgrammeAreaTable {
  org_id: string;
  programme_id: string;
  authority_code: string;
  authority_name: string;
}

export interface ProgrammeFunderTable {
  org_id: string;
  programme_id: string;
  funder_id: string;
  agreement_reference: Generated<string>;
  agreed_on: string | null;
}

export interface RateLimitTable {
  key: string;
  window_start: string;
  hits: number;
}

export interface RematchTable {
  org_id: string;
  id: string;
  match_id: string;
  source: string;
  note: Generated<string>;
  raised_by: string | null;
  raised_at: string;
  outcome: string | null;
  reason: Generated<string>;
  settled_by: string | null;
  settled_at: string | null;
}

export interface RoleGrantTable {
  org_id: string;
  id: string;
  person_id: string;
  role: string;
  programme_id: string | null;
  granted_by: string | null;
  granted_at: Generated<string>;
  expires_at: string | null;
  ended_at: string | null;
  ended_by: string | null;
  reason: string | null;
  confirmed_by: string | null;
}

export interface RoleRequestTable {
  org_id: string;
  id: string;
  person_id: string;
  role: string;
  programme_id: string | null;
  expires_at: string | null;
  reason: string | null;
  is_invited: Generated<boolean>;
  requested_by: string;
  requested_at: string;
  state: Generated<string>;
  answered_by: string | null;
  answered_at: string | null;
}

export interface RuleSetTable {
  org_id: string;
  id: string;
  code: string;
  version: string;
  name: string;
  effective_from: string;
  body: unknown;
  copied_from: string | null;
  created_by: string | null;
  created_at: Generated<string>;
}

export interface RuleSetAdoptionTable {
  org_id: string;
  id: string;
  programme_id: string;
  rule_set_id: string;
  adopted_on: string;
  reason: string;
  adopted_by: string | null;
  created_at: Generated<string>;
}

export interface ScoreWeightsTable {
  org_id: string;
  id: string;
  programme_id: string;
  version: number;
  weights: unknown;
  reason: string;
  set_by: string | null;
  set_at: Generated<string>;
}

export interface SessionTable {
  org_id: string;
  id: string;
  programme_id: string;
  format: Generated<string>;
  state: Generated<string>;
  starts_at: string;
  ends_at: string;
  mode: string;
  place: Generated<string>;
  topics: Generated<string[]>;
  kinds: Generated<string[]>;
  summary: Generated<string>;
  preparation_minutes: Generated<number>;
  follow_up_minutes: Generated<number>;
  travel_minutes: Generated<number>;
  administration_minutes: Generated<number>;
  logged_by: string | null;
  logged_at: string | null;
  version: Generated<number>;
}

export interface SessionEnterpriseTable {
  org_id: string;
  session_id: string;
  enrolment_id: string;
  need_id: string | null;
  attendance: Generated<string>;
  reason: Generated<string>;
  confirmation: Generated<string>;
  confirmed_by: string | null;
  confirmed_at: string | null;
  dispute: Generated<string>;
  version: Generated<number>;
  seen_version: number | null;
  asked_at: string | null;
  reminded_at: string | null;
  settlement: Generated<string>;
}

export interface SessionMentorTable {
  org_id: string;
  session_id: string;
  mentor_id: string;
  match_id: string | null;
  attendance: Generated<string>;
  reason: Generated<string>;
}

export interface SessionRemarkTable {
  org_id: string;
  session_id: string;
  mentor_id: string;
  body: string;
  written_at: string;
}

export interface SettingChangeTable {
  org_id: string;
  id: string;
  programme_id: string | null;
  kind: string;
  reason: Generated<string>;
  changed_by: string | null;
  changed_at: string;
}

export interface SettingChangeLineTable {
  org_id: string;
  change_id: string;
  place: number;
  field: string;
  before: string;
  after: string;
}

export interface SetupTokenTable {
  only_one: Generated<boolean>;
  secret_hash: string;
  created_at: Generated<string>;
  used_at: string | null;
}

export interface ShortlistTable {
  org_id: string;
  id: string;
  need_id: string;
  state: Generated<string>;
  message: Generated<string>;
  sent_by: string | null;
  sent_at: string;
  choose_by: string;
  answered_at: string | null;
  answer: string | null;
  version: Generated<number>;
  allocation_id: string | null;
  allocation_position: number | null;
}

export interface ShortlistMentorTable {
  org_id: string;
  shortlist_id: string;
  mentor_id: string;
  position: number;
  fit: number;
  parts: unknown;
  is_chosen: Generated<boolean>;
  refused_for: string | null;
  refusal: Generated<string>;
  refusal_set_aside_at: string | null;
  struck_at: string | null;
}

export interface StatedFactTable {
  org_id: string;
  id: string;
  enrolment_id: string;
  kind: string;
  words: string;
  stated_on: string;
  state: Generated<string>;
  answered_by: string | null;
  answered_at: string | null;
}

export interface SubsidyAwardTable {
  org_id: string;
  id: string;
  enterprise_id: string;
  recipient: Generated<string>;
  is_same_group: Generated<boolean>;
  regime: string;
  giver: string;
  amount_minor: number;
  currency: Generated<string>;
  awarded_on: string;
  state: Generated<string>;
}

export interface SupplierTable {
  org_id: string;
  id: string;
  name: string;
  company_number: string | null;
  vat_number: string | null;
  version: Generated<number>;
}

export interface TargetTable {
  org_id: string;
  programme_id: string;
  indicator: string;
  quarter: string;
  value: number;
}

export interface TraitWishTable {
  org_id: string;
  enterprise_id: string;
  trait: string;
  is_must: boolean;
  stated_by: string | null;
  stated_at: string;
}

export interface WorkingStyleTable {
  org_id: string;
  enterprise_id: string;
  axes: Generated<unknown>;
  wish: Generated<string>;
  languages: Generated<string[]>;
  meets: Generated<string[]>;
  availability: Generated<unknown>;
  recorded_by: string | null;
  recorded_at: string;
}

export interface DB {
  action: ActionTable;
  allocation: AllocationTable;
  allocation_edit: AllocationEditTable;
  allocation_pair: AllocationPairTable;
  application: ApplicationTable;
  aside: AsideTable;
  audit: AuditTable;
  audit_head: AuditHeadTable;
  audit_reason: AuditReasonTable;
  barred_pair: BarredPairTable;
  baseline: BaselineTable;
  baseline_correction: BaselineCorrectionTable;
  client_comment: ClientCommentTable;
  contact: ContactTable;
  demonstration_story: DemonstrationStoryTable;
  desk_solve: DeskSolveTable;
  diagnosis: DiagnosisTable;
  diagnosis_score: DiagnosisScoreTable;
  document: DocumentTable;
  eligibility_override: EligibilityOverrideTable;
  eligibility_test: EligibilityTestTable;
  enrolment: EnrolmentTable;
  enterprise: EnterpriseTable;
  enterprise_person: EnterprisePersonTable;
  enterprise_relation: EnterpriseRelationTable;
  file: FileTable;
  file_chunk: FileChunkTable;
  fit_check: FitCheckTable;
  funder: FunderTable;
  idempotency_key: IdempotencyKeyTable;
  import_mapping: ImportMappingTable;
  import_row: ImportRowTable;
  import_run: ImportRunTable;
  invitation: InvitationTable;
  kept_form: KeptFormTable;
  link: LinkTable;
  mail: MailTable;
  match: MatchTable;
  measure: MeasureTable;
  mentor: MentorTable;
  mentor_conflict: MentorConflictTable;
  mentor_expertise: MentorExpertiseTable;
  mentor_feedback: MentorFeedbackTable;
  mentor_trait: MentorTraitTable;
  need: NeedTable;
  note_opening: NoteOpeningTable;
  offer: OfferTable;
  organisation: OrganisationTable;
  output: OutputTable;
  person: PersonTable;
  private_note: PrivateNoteTable;
  programme: ProgrammeTable;
  programme_area: ProgrammeAreaTable;
  programme_funder: ProgrammeFunderTable;
  rate_limit: RateLimitTable;
  rematch: RematchTable;
  role_grant: RoleGrantTable;
  role_request: RoleRequestTable;
  rule_set: RuleSetTable;
  rule_set_adoption: RuleSetAdoptionTable;
  score_weights: ScoreWeightsTable;
  session: SessionTable;
  session_enterprise: SessionEnterpriseTable;
  session_mentor: SessionMentorTable;
  session_remark: SessionRemarkTable;
  setting_change: SettingChangeTable;
  setting_change_line: SettingChangeLineTable;
  setup_token: SetupTokenTable;
  shortlist: ShortlistTable;
  shortlist_mentor: ShortlistMentorTable;
  stated_fact: StatedFactTable;
  subsidy_award: SubsidyAwardTable;
  supplier: SupplierTable;
  target: TargetTable;
  trait_wish: TraitWishTable;
  working_style: WorkingStyleTable;
}
