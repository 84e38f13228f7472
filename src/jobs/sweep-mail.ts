import type { JobDefinition } from '../platform/jobs.ts';
import { sweepMail } from '../platform/mail/deliver.ts';

export const sweepMailJob: JobDefinition = {
  name: 'sweep-mail',
  cron: '* * * * *',
  retryLimit: 0,
  run: (app) => sweepMail(app),
};
