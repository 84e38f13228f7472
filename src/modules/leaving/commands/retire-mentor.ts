import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { plural } from '../../../kernel/text.ts';
import { command } from '../../../platform/command.ts';
import { auditsOf, letterTexts } from '../../matching/asks/ask.ts';
import { withdrawAsks } from '../../matching/asks/withdraw-asks-step.ts';
import { runningMatches } from '../../matching/leaving-matches-step.ts';
import { leavingMentor, mentorLeaves } from '../../mentors/mentor-leaves-step.ts';
import { mentorPermissions } from '../../mentors/permissions.ts';

/**
 * Ends a mentor's time with the organisation: what they were asked is taken back and its advisers are told. Refused
 * while enterprises still count on them, since each must be handed over.
 */
export const retireMentor = command({
  name: 'retire-mentor',
  permission: mentorPermissions.mentor.retire,
  input: z.strictObject({
    mentorId: z.uuid(),
    reason: z.string().trim().min(1, 'Say why the mentor leaves the panel.').max(500),
    letters: letterTexts,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const { mentorId, reason, letters } = input;
    allow({ mentorId });
    const mentor = await leavingMentor(tx, ctx, mentorId);
    const running = await runningMatches(tx, { mentorId });
    if (running.length > 0) {
      throw precondition(
        `This mentor still has ${plural(running.length, 'match', 'matches')}. End each with a handover first.`,
      );
    }
    const gone = await withdrawAsks(
      tx,
      ctx,
      { mentorId },
      {
        letters,
        tellsMentor: ctx.actor.mentorId !== mentorId,
        toAdviser: 'has left the panel',
      },
    );
    await mentorLeaves(tx, mentorId);
    await audit({
      subject: ['mentor', mentorId],
      reason,
      changes: { state: [mentor.state, 'left'], ...gone },
    });
    for (const entry of auditsOf(gone, 'mentor-leaves')) await audit(entry);
    return { mentorId, ...gone };
  },
});
