import { witnessAudit } from '../platform/audit-witness.ts';
import { inEveryOrganisation } from '../platform/every-organisation.ts';
import type { JobDefinition } from '../platform/jobs.ts';

/**
 * Once a week the end of each organisation's audit chain goes to two administrators by letter and into the log, so
 * that it is known outside the database; a chain that is not whole is told at once.
 */
export const witnessAuditJob: JobDefinition = {
  name: 'witness-audit',
  cron: '30 6 * * 1',
  // A repetition would send the letters of the other organisations again.
  retryLimit: 0,
  run: (app) =>
    inEveryOrganisation(app, 'witness-audit', ({ ctx }) =>
      app.database.tenant(ctx.orgId, (tx) => witnessAudit(tx, ctx)),
    ),
};
