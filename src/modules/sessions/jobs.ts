import { everyOrganisation } from '../../platform/every-organisation.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { cancelOpenSessions } from './commands/cancel-open-sessions.ts';
import { remindToConfirm } from './commands/remind-to-confirm.ts';
import { unremindedSessions } from './log/reads.ts';

/** Reminds firms once, each working morning, of sessions they have not confirmed. */
export const remindToConfirmJob: JobDefinition = {
  name: 'remind-to-confirm',
  cron: '15 8 * * 1-5',
  async run(app) {
    for (const ctx of await everyOrganisation(app)) {
      const waiting = await app.database.read(ctx.orgId, (tx) =>
        unremindedSessions(tx, ctx.clock.now()),
      );
      for (const one of waiting) await remindToConfirm(ctx, one);
    }
  },
};

/** Takes meetings out that were planned for a match that has ended; asked for by whoever ended it. */
export const cancelOpenSessionsJob: JobDefinition = {
  name: 'cancel-open-sessions',
  async run(app, { orgId, matchId }) {
    if (typeof matchId !== 'string') return;
    const ctx = (await everyOrganisation(app)).find((each) => each.orgId === orgId);
    if (ctx) await cancelOpenSessions(ctx, { matchId });
  },
};
