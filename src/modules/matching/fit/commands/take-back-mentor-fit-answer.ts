import { z } from 'zod';
import { notFound } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { fitCheckOf } from '../fit-check-rows.ts';
import { takeBackFit } from '../take-back-fit-step.ts';

/** A mentor takes their answer whether it fits back within ten minutes. */
export const takeBackMentorFitAnswer = command({
  name: 'take-back-mentor-fit-answer',
  permission: matchingPermissions.fitCheck.answerAsMentor,
  input: z.strictObject({ checkId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const seen = await fitCheckOf(tx, input.checkId, { locks: true });
    if (seen.side !== 'mentor') throw notFound('fit check');
    allow({ programmeId: seen.programmeId, mentorId: seen.mentorId });
    await takeBackFit(tx, ctx, seen);
    await audit({
      subject: ['match', seen.matchId],
      changes: { side: seen.side, answer: [seen.answer, null] },
    });
    return { matchId: seen.matchId };
  },
});
