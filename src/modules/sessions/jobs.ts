import { inEveryOrganisation, systemIn } from '../../platform/every-organisation.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { cancelOpenSessions } from './commands/cancel-open-sessions.ts';
import { remindToConfirm } from './commands/remind-to-confirm.ts';
import { unremindedFirms } from './log/reads.ts';

/** Reminds firms once, each working morning, of sessions and appointments they have not answered for. */
export const remindToConfirmJob: JobDefinition = {
  name: 'remind-to-confirm',
  cron: '15 8 * * 1-5',
  run: (app) =>
    inEveryOrganisation(app, 'remind-to-confirm', async ({ ctx, each }) => {
      const waiting = await app.database.read(ctx.orgId, (tx) =>
        unremindedFirms(tx, ctx.clock.now()),
      );
      await each(waiting, (firm) => remindToConfirm(ctx, firm));
    }),
};

/** Takes meetings out that were planned for a match that has ended; asked for by whoever ended it. */
export const cancelOpenSessionsJob: JobDefinition = {
  name: 'cancel-open-sessions',
  async run(app, { orgId, matchId }) {
    if (typeof matchId !== 'string') return;
    const ctx = await systemIn(app, orgId);
    if (ctx) await cancelOpenSessions(ctx, { matchId });
  },
};
