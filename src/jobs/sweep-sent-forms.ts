import type { JobDefinition } from '../platform/jobs.ts';
import { sweepSentForms } from '../platform/sent-forms.ts';

export const sweepSentFormsJob: JobDefinition = {
  name: 'sweep-sent-forms',
  cron: '52 3 * * *',
  retryLimit: 0,
  run: (app) => sweepSentForms(app),
};
