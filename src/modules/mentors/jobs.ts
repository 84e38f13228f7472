import { inEveryOrganisation } from '../../platform/every-organisation.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { resumeMentor } from './commands/resume-mentor.ts';

/** Ends pauses on the day they were to end, so that nobody is forgotten. */
export const endPausesJob: JobDefinition = {
  name: 'end-pauses',
  cron: '20 5 * * *',
  retryLimit: 2,
  run: (app) =>
    inEveryOrganisation(app, 'end-pauses', async ({ ctx, each }) => {
      const due = await app.database.read(ctx.orgId, (tx) =>
        tx
          .selectFrom('mentor')
          .select('id')
          .where('state', '=', 'paused')
          .where('paused_until', '<=', app.clock.today(ctx.org.zone))
          .execute(),
      );
      await each(due, (mentor) => resumeMentor(ctx, { mentorId: mentor.id }));
    }),
};
