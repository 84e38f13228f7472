import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { command } from '../../../platform/command.ts';
import { checkNeedTakesMentor } from '../make-offer-step.ts';
import { makeShortlist } from '../make-shortlist-step.ts';
import { matchingPermissions } from '../permissions.ts';
import { tellAdviserOf } from '../tell-advisers-step.ts';
import { needForUpdate } from '../../diagnosis/reads.ts';

/** Sends two or three mentors to the enterprise, which chooses one, by page or by mailed link. */
export const sendShortlist = command({
  name: 'send-shortlist',
  permission: matchingPermissions.shortlist.send,
  input: z.strictObject({
    needId: z.uuid(),
    mentorIds: z
      .array(z.uuid())
      .min(2, 'Choose two or three mentors.')
      .max(3, 'Choose two or three mentors.'),
    message: z.string().trim().max(2000).default(''),
    chooseBy: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const need = await needForUpdate(tx, input.needId);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    checkNeedTakesMentor(need);
    const made = await makeShortlist(tx, ctx, {
      need,
      mentorIds: input.mentorIds,
      message: input.message,
      chooseBy: input.chooseBy,
    });
    await tellAdviserOf(tx, ctx, need.id, 'the firm chooses from a shortlist');
    await audit({
      subject: ['shortlist', made.shortlistId],
      changes: {
        needId: need.id,
        mentorIds: made.mentorIds,
        weightsVersion: made.weightsVersion,
      },
    });
    return { shortlistId: made.shortlistId, chooseBy: made.chooseBy, isMailed: made.isMailed };
  },
});
