import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { checkNeedTakesMentor, makeOffer } from '../make-offer-step.ts';
import { personOfMentor } from '../correspondent-rows.ts';
import { matchRoles } from '../offer.ts';
import { matchingPermissions } from '../permissions.ts';
import { tellAdviserOf } from '../tell-advisers-step.ts';
import { needForUpdate } from '../../diagnosis/reads.ts';

/** Asks one mentor directly; anybody but the one ranked first needs a reason. */
export const offerMatch = command({
  name: 'offer-match',
  permission: matchingPermissions.offer.make,
  input: z.strictObject({
    needId: z.uuid(),
    mentorId: z.uuid('Choose a mentor.'),
    role: z.enum(matchRoles).default('specialist'),
    overrideReason: z.string().trim().max(2000).default(''),
    remark: z.string().trim().max(2000).default(''),
    /** For a firm that wishes to be asked first: it said yes to this mentor. */
    firmAgreed: z.boolean().default(false),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const need = await needForUpdate(tx, input.needId);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    checkNeedTakesMentor(need);
    const made = await makeOffer(tx, ctx, {
      needId: need.id,
      mentorId: input.mentorId,
      role: input.role,
      remark: input.remark,
      overrideReason: input.overrideReason || null,
      shortlistId: null,
      firmAgreed: input.firmAgreed,
    });
    await tellAdviserOf(
      tx,
      ctx,
      need.id,
      `${(await personOfMentor(tx, input.mentorId))?.name ?? 'a mentor'} is asked`,
    );
    await audit({
      subject: ['offer', made.offerId],
      changes: {
        needId: need.id,
        mentorId: input.mentorId,
        role: input.role,
        place: made.place,
        fit: made.fit,
        weightsVersion: made.weightsVersion,
        firmAgreed: input.firmAgreed,
      },
    });
    return { offerId: made.offerId, answerBy: made.answerBy, isMailed: made.isMailed };
  },
});
