import { z } from 'zod';
import { notFound } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { fitCheckOf } from '../fit-check-rows.ts';
import { takeBackFit } from '../take-back-fit-step.ts';

/** An enterprise takes its answer whether it fits back within ten minutes. */
export const takeBackFitAnswer = command({
  name: 'take-back-fit-answer',
  permission: matchingPermissions.fitCheck.answer,
  input: z.strictObject({ checkId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const seen = await fitCheckOf(tx, input.checkId, { locks: true });
    if (seen.side !== 'enterprise') throw notFound('fit check');
    allow({ programmeId: seen.programmeId, enterpriseId: seen.enterpriseId });
    await takeBackFit(tx, ctx, seen);
    await audit({
      subject: ['match', seen.matchId],
      changes: { side: seen.side, answer: [seen.answer, null] },
    });
    return { matchId: seen.matchId };
  },
});
