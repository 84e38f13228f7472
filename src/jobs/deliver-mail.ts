import type { JobDefinition } from '../platform/jobs.ts';
import { sendDueMail } from '../platform/mail/deliver.ts';
import { deliverMail } from '../platform/mail/outbox.ts';

export const deliverMailJob: JobDefinition = {
  name: deliverMail,
  async run(app, { orgId, mailId }) {
    if (typeof orgId === 'string' && typeof mailId === 'string') {
      await sendDueMail(app, orgId, mailId);
    }
  },
};
