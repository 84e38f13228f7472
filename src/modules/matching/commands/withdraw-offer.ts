import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { cancelMail } from '../../../platform/mail/outbox.ts';
import { areaLabels } from '../../programmes/area.ts';
import { outlineOf } from '../briefing.ts';
import { personOfMentor } from '../correspondent-rows.ts';
import { withdrawnLetter } from '../mails.ts';
import { closedOfferWords } from '../offer.ts';
import { matchingPermissions } from '../permissions.ts';
import { needInPlace } from '../reads.ts';
import { sendTo } from '../send-to-step.ts';
import { needForUpdate } from '../../diagnosis/reads.ts';
import { offerForUpdate } from '../store.ts';

/** Takes back an offer that waits for an answer; the mentor's place is free again. */
export const withdrawOffer = command({
  name: 'withdraw-offer',
  permission: matchingPermissions.offer.withdraw,
  input: z.strictObject({
    offerId: z.uuid(),
    reason: z.string().trim().min(1, 'Say why, in a few words.').max(500),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const seen = await tx
      .selectFrom('offer')
      .select('need_id')
      .where('id', '=', input.offerId)
      .executeTakeFirst();
    if (!seen) throw notFound('offer');
    const need = await needForUpdate(tx, seen.need_id);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    const offer = await offerForUpdate(tx, input.offerId);
    if (offer.state !== 'pending') throw precondition(closedOfferWords(offer.state));
    await tx
      .updateTable('offer')
      .set({ state: 'withdrawn', answered_at: ctx.clock.now(), version: offer.version + 1 })
      .where('id', '=', offer.id)
      .execute();
    // Who has the offer is told, though a reminder may still wait for the end of their quiet hours.
    const unsent = await cancelMail(tx, offer.id, 'offer');
    await cancelMail(tx, offer.id);
    if (unsent === 0) {
      const mentor = await personOfMentor(tx, offer.mentor_id);
      const place = await needInPlace(tx, need.id);
      const { enrolmentId } = place;
      const words = withdrawnLetter({
        name: mentor?.name ?? '',
        organisation: ctx.org.name,
        about: outlineOf(place),
        area: areaLabels[place.area],
      });
      const about = ['offer', offer.id] as const;
      await sendTo(tx, ctx, mentor, words, { kind: 'offer-withdrawn', about, enrolmentId });
    }
    await audit({
      subject: ['offer', offer.id],
      reason: input.reason,
      changes: { state: ['pending', 'withdrawn'] },
    });
    return { offerId: offer.id };
  },
});
