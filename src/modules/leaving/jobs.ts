import { inEveryOrganisation } from '../../platform/every-organisation.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { peopleOfExpiredGrants } from '../people/role-ends-step.ts';
import { followExpiredRoles } from './commands/follow-expired-roles.ts';

/** Ends early each morning what hangs on roles of mentors and advisers that have run out. */
export const followExpiredRolesJob: JobDefinition = {
  name: 'follow-expired-roles',
  cron: '40 5 * * *',
  retryLimit: 2,
  run: (app) =>
    inEveryOrganisation(app, 'follow-expired-roles', async ({ ctx, each }) => {
      const due = await app.database.read(ctx.orgId, (tx) =>
        peopleOfExpiredGrants(tx, app.clock.now(), ['mentor', 'adviser']),
      );
      await each(due, (only) => followExpiredRoles(ctx, { only }));
    }),
};
