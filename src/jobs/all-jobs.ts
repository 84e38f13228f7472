import { sweepDraftsJob } from '../modules/intake/apply/jobs.ts';
import { checkImportJob, takeImportJob, undoImportJob } from '../modules/intake/jobs.ts';
import { followExpiredRolesJob } from '../modules/leaving/jobs.ts';
import { solveDeskJob } from '../modules/matching/solving/jobs.ts';
import {
  careForMatchesJob,
  expireOffersJob,
  passOnShortlistsJob,
} from '../modules/matching/jobs.ts';
import { cancelOpenSessionsJob, remindToConfirmJob } from '../modules/sessions/jobs.ts';
import { endPausesJob } from '../modules/mentors/jobs.ts';
import type { JobDefinition } from '../platform/jobs.ts';
import { deliverAccountLetterJob } from './deliver-account-letter.ts';
import { deliverMailJob } from './deliver-mail.ts';
import { loadDemonstrationJob } from './demonstration/load-demonstration.ts';
import { sweepAccountEventsJob } from './sweep-account-events.ts';
import { sweepKeptFormsJob } from './sweep-kept-forms.ts';
import { sweepMailJob } from './sweep-mail.ts';
import { sweepRateLimitsJob } from './sweep-rate-limits.ts';
import { sweepSentFormsJob } from './sweep-sent-forms.ts';
import { witnessAuditJob } from './witness-audit.ts';

/** Every kind of job, one file each. A module's own are listed here, too. */
export const allJobs: readonly JobDefinition[] = [
  deliverMailJob,
  deliverAccountLetterJob,
  sweepAccountEventsJob,
  sweepMailJob,
  sweepRateLimitsJob,
  sweepSentFormsJob,
  sweepKeptFormsJob,
  witnessAuditJob,
  expireOffersJob,
  endPausesJob,
  followExpiredRolesJob,
  remindToConfirmJob,
  cancelOpenSessionsJob,
  passOnShortlistsJob,
  careForMatchesJob,
  solveDeskJob,
  loadDemonstrationJob,
  checkImportJob,
  takeImportJob,
  undoImportJob,
  sweepDraftsJob,
];
