import {
  deliverAccountLetter,
  sendAccountLetter,
  sweepAccountLetters,
} from '../platform/auth/account-letters.ts';
import type { JobDefinition } from '../platform/jobs.ts';

/** Sends one letter about an account; by the clock it looks for those whose job was lost. */
export const deliverAccountLetterJob: JobDefinition = {
  name: deliverAccountLetter,
  cron: '*/5 * * * *',
  async run(app, { letterId }) {
    if (typeof letterId === 'string') await sendAccountLetter(app, letterId);
    else await sweepAccountLetters(app);
  },
};
