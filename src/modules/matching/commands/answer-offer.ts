import { z } from 'zod';
import { formatDate, isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { command } from '../../../platform/command.ts';
import { cancelMail } from '../../../platform/mail/outbox.ts';
import { programmeById, todayIn } from '../../programmes/reads.ts';
import { briefingText } from '../briefing.ts';
import { briefingFactsOf } from '../briefing-rows.ts';
import { personById, personOfMentor } from '../correspondent-rows.ts';
import { hearOfNo } from '../hear-of-no-step.ts';
import { introduce } from '../introduce-step.ts';
import { adviserLetter } from '../mails.ts';
import { closedOfferWords, declineReasons, declineWords } from '../offer.ts';
import { matchingPermissions } from '../permissions.ts';
import { needInPlace } from '../reads.ts';
import { sharingSaid } from '../sharing/reads.ts';
import { refuseStaleYes } from '../refuse-stale-yes-step.ts';
import { sendTo } from '../send-to-step.ts';
import { standsFrom } from '../taking-back.ts';
import { lockMentorPlaces, needOfOffer, offerForUpdate } from '../store.ts';

/**
 * A mentor's yes or no. Yes makes the match and introduces both sides at once, if the place is still there and
 * no hard rule has come between; no says why and puts the need back into the queue.
 */
export const answerOffer = command({
  name: 'answer-offer',
  permission: matchingPermissions.offer.answer,
  input: z.strictObject({
    offerId: z.uuid(),
    answer: z.enum(['accept', 'decline'], 'Say yes or no.'),
    reason: z.enum(declineReasons).optional(),
    /** With "no time": until when the mentor is too busy for anything new. */
    until: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
    note: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const { need, mentorId } = await needOfOffer(tx, input.offerId);
    allow({ programmeId: need.programme_id, mentorId });
    const today = await todayIn(tx, ctx, need.programme_id);
    const mentor = await lockMentorPlaces(tx, mentorId, today);
    const offer = await offerForUpdate(tx, input.offerId);
    const isForMentor = ctx.actor.mentorId === offer.mentor_id;
    if (offer.state !== 'pending') {
      throw precondition(closedOfferWords(offer.state, { isForMentor }));
    }
    if (input.answer === 'decline' && !input.reason) throw invalid({ reason: 'Choose a reason.' });
    if (input.until !== undefined && input.until <= today) {
      throw invalid({ until: 'Choose a day after today.' });
    }
    const mayLast = input.reason === 'no-time' || input.reason === 'not-now';
    const until = input.answer === 'decline' && mayLast ? (input.until ?? null) : null;
    const state = input.answer === 'accept' ? 'accepted' : 'declined';
    await tx
      .updateTable('offer')
      .set({
        state,
        answered_at: ctx.clock.now(),
        decline_reason: input.answer === 'decline' ? (input.reason ?? null) : null,
        decline_until: until,
        decline_note: input.answer === 'decline' && input.note ? input.note : null,
        version: offer.version + 1,
      })
      .where('id', '=', offer.id)
      .execute();
    await cancelMail(tx, offer.id);
    if (input.answer === 'decline') {
      await tellAdviser();
      await hearOfNo(tx, ctx, offer, { isAnswer: true });
      await audit({
        subject: ['offer', offer.id],
        changes: { state, reason: input.reason, until },
      });
      return { state, matchId: null };
    }
    await refuseStaleYes(tx, ctx, {
      ...{ needId: need.id, mentorId: offer.mentor_id, load: mentor.load },
      isStaff: !isForMentor,
    });
    const place = await needInPlace(tx, need.id);
    const sharing = await sharingSaid(tx, need.enrolment_id);
    const sharesDiagnosis = offer.firm_agreed || sharing === 'at-yes';
    const facts = await briefingFactsOf(tx, place, offer.remark, { sharesDiagnosis });
    const briefing = briefingText(facts);
    await tx
      .updateTable('offer')
      .set({ briefing, shares_diagnosis: sharesDiagnosis })
      .where('id', '=', offer.id)
      .execute();
    const matchId = newId();
    await tx
      .insertInto('match')
      .values({
        org_id: ctx.orgId,
        id: matchId,
        enrolment_id: need.enrolment_id,
        need_id: need.id,
        mentor_id: offer.mentor_id,
        offer_id: offer.id,
        role: offer.role,
        during: `[${today},)`,
      })
      .execute();
    await introduce(tx, ctx, {
      matchId,
      needId: need.id,
      enrolmentId: need.enrolment_id,
      mentorId: offer.mentor_id,
      briefing,
      notBefore: standsFrom(ctx.clock.now()),
    });
    await audit({
      subject: ['offer', offer.id],
      changes: { state, matchId, needId: need.id, mentorId: offer.mentor_id, role: offer.role },
    });
    return { state, matchId };

    async function tellAdviser(): Promise<void> {
      const place = await needInPlace(tx, need.id);
      const adviser = await personById(tx, place.adviserId ?? offer.offered_by);
      if (!adviser || adviser.personId === ctx.actor.personId) return;
      const programme = await programmeById(tx, need.programme_id);
      const who = await personOfMentor(tx, offer.mentor_id);
      const reason = input.reason ? declineWords[input.reason].toLowerCase() : '';
      const words = adviserLetter({
        name: adviser.name,
        organisation: ctx.org.name,
        subject: `${who?.name ?? 'A mentor'} said no to ${place.enterpriseName}`,
        text: [
          `${who?.name ?? 'The mentor'} declined: ${reason}.`,
          until === null ? '' : `Too busy until ${formatDate(until)}.`,
          input.note,
        ]
          .filter(Boolean)
          .join(' '),
        url: `${ctx.app.url}${programmePaths(ctx.org.slug, programme.slug).matching(need.id)}`,
      });
      await sendTo(tx, ctx, adviser, words, {
        kind: 'offer-declined',
        about: ['offer', offer.id],
        notBefore: standsFrom(ctx.clock.now()),
      });
    }
  },
});
