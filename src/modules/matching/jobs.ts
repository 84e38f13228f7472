import { inEveryOrganisation, systemIn } from '../../platform/every-organisation.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { personLeftFirm } from '../enterprises/leaving.ts';
import { passOnShortlists } from './asks/commands/pass-on-shortlists.ts';
import { expireOffers } from './commands/expire-offers.ts';
import { dueOffers, lateShortlists } from './due-answer-rows.ts';
import { askFits } from './fit/commands/ask-fits.ts';
import { dueFeedback } from './fit/feedback-rows.ts';
import { dueFits } from './fit/fit-check-rows.ts';
import { matchesOfAwayMentors } from './rematch/away-rows.ts';
import { raiseAwayRematches } from './rematch/commands/raise-away-rematches.ts';

/** Turns the answer clock of every organisation; repeating it changes nothing. */
export const expireOffersJob: JobDefinition = {
  name: 'expire-offers',
  cron: '*/15 * * * *',
  retryLimit: 0,
  run: (app) =>
    inEveryOrganisation(app, 'expire-offers', async ({ ctx, each }) => {
      const due = await app.database.read(ctx.orgId, async (tx) => {
        const offers = await dueOffers(tx, app.clock.now(), { locks: false });
        const lists = await lateShortlists(tx, app.clock.now());
        return [...[...offers.expired, ...offers.toNudge].map(({ id }) => id), ...lists];
      });
      await each(due, (only) => expireOffers(ctx, { only }));
    }),
};

/** Asks on working mornings whether those who have met fit, and brings up matches whose mentor is away for long. */
export const careForMatchesJob: JobDefinition = {
  name: 'care-for-matches',
  cron: '30 8 * * 1-5',
  retryLimit: 2,
  run: (app) =>
    inEveryOrganisation(app, 'care-for-matches', async ({ ctx, each }) => {
      const due = await app.database.read(ctx.orgId, async (tx) => ({
        fits: [...(await dueFits(tx, app.clock.now())), ...(await dueFeedback(tx))],
        away: await matchesOfAwayMentors(tx, app.clock.today(ctx.org.zone)),
      }));
      const matches = [...new Set(due.fits.map(({ matchId }) => matchId))];
      await each(matches, (only) => askFits(ctx, { only }));
      await each(due.away, (only) => raiseAwayRematches(ctx, { only }));
    }),
};

/** Gives the lists that wait for a firm's choice to who speaks for it now; asked for when somebody left the firm. */
export const passOnShortlistsJob: JobDefinition = {
  name: personLeftFirm,
  async run(app, { orgId, enterpriseId }) {
    if (typeof enterpriseId !== 'string') return;
    const ctx = await systemIn(app, orgId);
    if (ctx) await passOnShortlists(ctx, { enterpriseId });
  },
};
