import { sweepAccountEvents } from '../platform/auth/account-events.ts';
import type { JobDefinition } from '../platform/jobs.ts';

export const sweepAccountEventsJob: JobDefinition = {
  name: 'sweep-account-events',
  cron: '41 3 * * *',
  retryLimit: 0,
  run: (app) => sweepAccountEvents(app),
};
