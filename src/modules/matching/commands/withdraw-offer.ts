import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { askText } from '../asks/ask.ts';
import { withdrawOneOffer } from '../asks/withdraw-asks-step.ts';
import { closedOfferWords } from '../offer.ts';
import { matchingPermissions } from '../permissions.ts';
import { needOfOffer, offerForUpdate } from '../store.ts';

/** Takes back an offer that waits for an answer; the mentor's place is free again. */
export const withdrawOffer = command({
  name: 'withdraw-offer',
  permission: matchingPermissions.offer.withdraw,
  input: z.strictObject({
    offerId: z.uuid(),
    reason: z.string().trim().min(1, 'Say why the offer is withdrawn.').max(500),
    /** What the mentor reads, between greeting and farewell; left empty, our words. */
    letter: z.string().trim().max(4000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const { need } = await needOfOffer(tx, input.offerId);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    const offer = await offerForUpdate(tx, input.offerId);
    if (offer.state !== 'pending') {
      throw precondition(closedOfferWords(offer.state, { isForMentor: false }));
    }
    const { area, enrolment_id: enrolmentId } = need;
    await withdrawOneOffer(
      tx,
      ctx,
      { id: offer.id, mentorId: offer.mentor_id, enrolmentId, area },
      input.letter || askText({ kind: 'offer', area }),
    );
    await audit({
      subject: ['offer', offer.id],
      reason: input.reason,
      changes: { state: ['pending', 'withdrawn'] },
    });
    return { offerId: offer.id };
  },
});
