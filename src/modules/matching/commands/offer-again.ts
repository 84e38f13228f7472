import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { checkNeedTakesMentor, makeOffer } from '../make-offer-step.ts';
import type { MatchRole } from '../offer.ts';
import { matchingPermissions } from '../permissions.ts';
import { needOfOffer, offerForUpdate } from '../store.ts';
import { tellAdviserOf } from '../tell-advisers-step.ts';
import { nameOfMentor } from '../correspondent-rows.ts';

/** Asks a mentor again who let the time to answer pass, with the words and the reason of the first time. */
export const offerAgain = command({
  name: 'offer-again',
  permission: matchingPermissions.offer.make,
  input: z.strictObject({ offerId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const { need } = await needOfOffer(tx, input.offerId);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    checkNeedTakesMentor(need);
    const before = await offerForUpdate(tx, input.offerId);
    if (before.state !== 'expired') {
      throw precondition('Only a mentor who let the time pass is asked again with one button.');
    }
    const why =
      before.late_yes_at === null
        ? 'Asked again after the time to answer had passed.'
        : 'Would still like to help after the time to answer had passed.';
    const made = await makeOffer(tx, ctx, {
      needId: need.id,
      mentorId: before.mentor_id,
      role: before.role as MatchRole,
      remark: before.remark,
      overrideReason: before.override_reason ?? why,
      shortlistId: null,
      // Whom a firm chose from a list, it has agreed to.
      firmAgreed: before.firm_agreed,
      ...(before.outline === '' ? {} : { outline: before.outline }),
    });
    const name = await nameOfMentor(tx, before.mentor_id);
    await tellAdviserOf(tx, ctx, need.id, `${name} is asked again`);
    await audit({
      subject: ['offer', made.offerId],
      changes: { needId: need.id, mentorId: before.mentor_id, again: before.id },
    });
    return { offerId: made.offerId, answerBy: made.answerBy };
  },
});
