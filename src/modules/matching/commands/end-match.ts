import { z } from 'zod';
import { checkVersion, command } from '../../../platform/command.ts';
import { finishMatch } from '../finish-match-step.ts';
import { endCauses } from '../match.ts';
import { matchingPermissions } from '../permissions.ts';
import { matchForUpdate } from '../store.ts';
import { tellBoth } from '../tell-both-step.ts';

/** Ends a match with its cause and a handover brief. A need that stays open is back in the queue. */
export const endMatch = command({
  name: 'end-match',
  permission: matchingPermissions.match.end,
  input: z.strictObject({
    matchId: z.uuid(),
    version: z.int().positive().optional(),
    cause: z.enum(endCauses, 'Choose why it ends.'),
    /** For staff only. */
    note: z.string().trim().max(2000).default(''),
    /** The next mentor reads it. */
    handover: z.string().trim().max(5000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const match = await matchForUpdate(tx, input.matchId);
    allow({ programmeId: match.programme_id, enterpriseId: match.enterprise_id });
    if (input.version !== undefined) checkVersion(match, input.version, 'match');
    await finishMatch(tx, ctx, match, input);
    await tellBoth(tx, ctx, {
      matchId: match.id,
      needId: match.need_id,
      mentorId: match.mentor_id,
      toMentor: (enterprise) =>
        `Your work with ${enterprise} on this need ends today. Thank you for your time. Please write up any session that is still missing.`,
      toEnterprise: (mentor) =>
        `Your work with ${mentor} on this need ends today. Your adviser will be in touch about what comes next.`,
    });
    await audit({
      subject: ['match', match.id],
      changes: { cause: input.cause, needId: match.need_id, mentorId: match.mentor_id },
    });
    return { matchId: match.id, needId: match.need_id };
  },
});
