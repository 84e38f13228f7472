import type { JobDefinition } from '../platform/jobs.ts';
import { sweepRateLimits } from '../platform/rate-limit.ts';

export const sweepRateLimitsJob: JobDefinition = {
  name: 'sweep-rate-limits',
  cron: '17 * * * *',
  retryLimit: 0,
  run: (app) => sweepRateLimits(app),
};
