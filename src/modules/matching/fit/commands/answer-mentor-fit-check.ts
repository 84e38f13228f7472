import { z } from 'zod';
import { notFound } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { fitAnswers } from '../fit-check.ts';
import { fitCheckOf } from '../fit-check-rows.ts';
import { takeFitAnswer } from '../take-answer-step.ts';

/** A mentor says whether it fits with an enterprise; staff record what was said on the telephone. "Not good" opens a re-match. */
export const answerMentorFitCheck = command({
  name: 'answer-mentor-fit-check',
  permission: matchingPermissions.fitCheck.answerAsMentor,
  input: z.strictObject({
    checkId: z.uuid(),
    answer: z.enum(fitAnswers, 'Choose one of the three.'),
    /** For staff only. */
    note: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const seen = await fitCheckOf(tx, input.checkId, { locks: true });
    if (seen.side !== 'mentor') throw notFound('fit check');
    allow({ programmeId: seen.programmeId, mentorId: seen.mentorId });
    const rematchId = await takeFitAnswer(tx, ctx, seen, input);
    await audit({
      subject: ['match', seen.matchId],
      changes: { side: seen.side, answer: input.answer, rematchId },
    });
    return { matchId: seen.matchId, answer: input.answer };
  },
});
