import { z } from 'zod';
import { addDays, isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { auditsOf, letterTexts } from '../../matching/asks/ask.ts';
import { withdrawAsks } from '../../matching/asks/withdraw-asks-step.ts';
import { runningMatches } from '../../matching/leaving-matches-step.ts';
import { openRematch } from '../../matching/rematch/open-rematch-step.ts';
import { longPauseDays } from '../../matching/rematch/rematch.ts';
import { mentorPauses } from '../../mentors/mentor-leaves-step.ts';
import { mentorPermissions } from '../../mentors/permissions.ts';

/**
 * Takes a live mentor out of new matches for a while: what they were asked is taken back and its advisers are told.
 * Present matches go on; when the pause is long, they come up for another mentor.
 */
export const pauseMentor = command({
  name: 'pause-mentor',
  permission: mentorPermissions.mentor.pause,
  input: z.strictObject({
    mentorId: z.uuid(),
    until: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
    reason: z.string().trim().min(1, 'Say why there is a pause.').max(500),
    letters: letterTexts,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const { mentorId, reason, letters } = input;
    allow({ mentorId });
    const until = input.until ?? null;
    const today = ctx.clock.today(ctx.org.zone);
    if (until !== null && until <= today) {
      throw invalid({ until: 'The pause must end after today.' });
    }
    await mentorPauses(tx, ctx, { mentorId, until });
    const gone = await withdrawAsks(
      tx,
      ctx,
      { mentorId },
      {
        letters,
        tellsMentor: ctx.actor.mentorId !== mentorId,
        toAdviser: 'has paused: nothing new begins for now',
      },
    );
    const isLong = until === null || until > addDays(today, longPauseDays);
    const toChange: string[] = [];
    for (const { id } of isLong ? await runningMatches(tx, { mentorId }) : []) {
      await openRematch(tx, ctx, { matchId: id, source: 'mentor-away', note: '' });
      toChange.push(id);
    }
    await audit({
      subject: ['mentor', mentorId],
      reason,
      changes: { state: ['live', 'paused'], until, ...gone, toChange },
    });
    for (const entry of auditsOf(gone, 'mentor-pauses')) await audit(entry);
    return { mentorId, ...gone, toChange };
  },
});
