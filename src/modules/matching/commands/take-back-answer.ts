import { sql } from 'kysely';
import { z } from 'zod';
import { addMinutes } from '../../../kernel/calendar.ts';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { cancelMail } from '../../../platform/mail/outbox.ts';
import { todayIn } from '../../programmes/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { lockMentorPlaces, needOfOffer, offerForUpdate } from '../store.ts';
import { mayTakeBack } from '../taking-back.ts';
import { takeBackNo, takeBackYes } from '../take-back-step.ts';

/** Time to answer anew for whoever takes an answer back in the last minutes before the offer runs out. */
const graceMinutes = 60;

/** Takes a yes or a no back within ten minutes: the offer waits again, and the letters never leave. */
export const takeBackAnswer = command({
  name: 'take-back-answer',
  permission: matchingPermissions.offer.answer,
  input: z.strictObject({ offerId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const { need, mentorId } = await needOfOffer(tx, input.offerId);
    allow({ programmeId: need.programme_id, mentorId });
    const now = ctx.clock.now();
    const mentor = await lockMentorPlaces(tx, mentorId, await todayIn(tx, ctx, need.programme_id));
    const offer = await offerForUpdate(tx, input.offerId);
    if (offer.state !== 'accepted' && offer.state !== 'declined') {
      throw precondition('There is no answer to take back.');
    }
    if (!mayTakeBack(offer.answered_at, now)) {
      throw precondition('The ten minutes are over and the letters are out. Ring the adviser.');
    }
    if (offer.state === 'accepted') await takeBackYes(tx, offer, need);
    else await takeBackNo(tx, offer, need, mentor.free);
    await cancelMail(tx, offer.id);
    await tx
      .updateTable('offer')
      .set({
        state: 'pending',
        answered_at: null,
        decline_reason: null,
        decline_until: null,
        decline_note: null,
        briefing: '',
        shares_diagnosis: null,
        answer_by: sql<string>`greatest(answer_by, ${addMinutes(now, graceMinutes)}::timestamptz)`,
        version: offer.version + 1,
      })
      .where('id', '=', offer.id)
      .execute();
    await audit({ subject: ['offer', offer.id], changes: { state: [offer.state, 'pending'] } });
    return { offerId: offer.id };
  },
});
