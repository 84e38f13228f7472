import { inEveryOrganisation } from '../../platform/every-organisation.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { hasExpiredGrants } from '../people/role-ends-step.ts';
import { followExpiredRoles } from './commands/follow-expired-roles.ts';

/** Ends early each morning what hangs on roles of mentors and advisers that have run out. */
export const followExpiredRolesJob: JobDefinition = {
  name: 'follow-expired-roles',
  cron: '40 5 * * *',
  retryLimit: 2,
  run: (app) =>
    inEveryOrganisation(app, 'follow-expired-roles', async ({ ctx }) => {
      const isDue = await app.database.read(ctx.orgId, (tx) =>
        hasExpiredGrants(tx, app.clock.now(), ['mentor', 'adviser']),
      );
      if (isDue) await followExpiredRoles(ctx, {});
    }),
};
