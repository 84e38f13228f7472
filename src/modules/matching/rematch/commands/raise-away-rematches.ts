import { z } from 'zod';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { matchesOfAwayMentors } from '../away-rows.ts';
import { openRematch } from '../open-rematch-step.ts';

/**
 * Run by a job: matches whose mentor leaves or pauses for long come up for a re-match, once. `only` is the id of one:
 * the job takes each by itself, so that one that fails keeps no other back.
 */
export const raiseAwayRematches = command({
  name: 'raise-away-rematches',
  permission: matchingPermissions.rematch.raiseAll,
  input: z.strictObject({ only: z.uuid().nullable().default(null) }),
  async run({ ctx, tx, input: { only }, allow, audit }) {
    allow({});
    const matches = await matchesOfAwayMentors(tx, ctx.clock.today(ctx.org.zone), only);
    for (const matchId of matches) {
      await openRematch(tx, ctx, { matchId, source: 'mentor-away', note: '' });
    }
    await audit({ subject: ['match', null], changes: { raised: matches } });
    return { raised: matches.length };
  },
});
