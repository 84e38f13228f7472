import type { JobDefinition } from '../platform/jobs.ts';
import { sweepKeptForms } from '../platform/kept-forms.ts';

export const sweepKeptFormsJob: JobDefinition = {
  name: 'sweep-kept-forms',
  cron: '7 * * * *',
  retryLimit: 0,
  run: (app) => sweepKeptForms(app),
};
