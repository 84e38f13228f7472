import { z } from 'zod';
import { invalid, notFound, precondition } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { command } from '../../../platform/command.ts';
import type { Tx } from '../../../platform/database.ts';
import { cancelMail } from '../../../platform/mail/outbox.ts';
import { may } from '../../../platform/permission.ts';
import { programmeById } from '../../programmes/reads.ts';
import { personById } from '../correspondent-rows.ts';
import { remarkOfFirm } from '../briefing.ts';
import { adviserLetter } from '../mails.ts';
import { checkNeedTakesMentor, makeOffer } from '../make-offer-step.ts';
import { matchingPermissions } from '../permissions.ts';
import { needInPlace } from '../reads.ts';
import { sendTo } from '../send-to-step.ts';
import { needForUpdate } from '../../diagnosis/reads.ts';
import { shortlistForUpdate } from '../store.ts';

/**
 * The enterprise's choice: one mentor, who is asked at once, or none of them and why. Whom it does not want is not
 * proposed to it again without a word: ticked mentors altogether, the others of a list that did not fit for this need.
 */
export const chooseFromShortlist = command({
  name: 'choose-from-shortlist',
  permission: matchingPermissions.shortlist.choose,
  input: z.strictObject({
    shortlistId: z.uuid(),
    /** `none` when none of them fits. */
    choice: z.union([z.literal('none'), z.uuid()], 'Choose a mentor, or say that none fits.'),
    /** Mentors of the list whom the firm does not want at all. */
    not: z.array(z.uuid()).max(10).default([]),
    words: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const seen = await tx
      .selectFrom('shortlist')
      .select('need_id')
      .where('id', '=', input.shortlistId)
      .executeTakeFirst();
    if (!seen) throw notFound('shortlist');
    const need = await needForUpdate(tx, seen.need_id);
    const subject = { programmeId: need.programme_id, enterpriseId: need.enterprise_id };
    allow(subject);
    const isFirm = !may(ctx.actor, matchingPermissions.offer.make, subject);
    const shortlist = await shortlistForUpdate(tx, input.shortlistId);
    if (shortlist.state === 'chosen' || shortlist.state === 'declined') {
      throw precondition(
        isFirm
          ? 'Somebody of your enterprise has answered already, so this answer was not taken in.'
          : 'The enterprise has answered already.',
      );
    }
    if (shortlist.state !== 'sent') {
      throw precondition('This shortlist is no longer open. Your adviser will be in touch.');
    }
    const isNone = input.choice === 'none';
    if (isNone && input.words === '') {
      throw invalid({ words: 'Say in a sentence why, so that we find somebody better.' });
    }
    if (input.not.includes(input.choice)) {
      throw invalid({ not: 'You chose this mentor. Take the tick away, or choose another.' });
    }
    if (input.not.length > 0 && input.words === '') {
      throw invalid({ words: 'Say in a sentence why you do not want them.' });
    }
    await tx
      .updateTable('shortlist')
      .set({
        state: isNone ? 'declined' : 'chosen',
        answered_at: ctx.clock.now(),
        answer: input.words || null,
        version: shortlist.version + 1,
      })
      .where('id', '=', shortlist.id)
      .execute();
    await cancelMail(tx, shortlist.id);
    await tx
      .updateTable('shortlist_mentor')
      .set((set) => ({
        refusal: input.words,
        refused_for: set
          .case()
          .when('mentor_id', 'in', input.not.length > 0 ? input.not : [noMentor])
          .then('enterprise')
          .else(isNone ? 'need' : null)
          .end(),
      }))
      .where('shortlist_id', '=', shortlist.id)
      .where((where) =>
        isNone ? where.lit(true) : where('mentor_id', 'in', [...input.not, noMentor]),
      )
      .execute();
    if (isNone) {
      await tellAdviser();
      await audit({ subject: ['shortlist', shortlist.id], changes: { state: 'declined' } });
      return { offerId: null };
    }
    if (isFirm) checkFirmMayChoose(need);
    else checkNeedTakesMentor(need);
    if (await hasSaidNo(tx, need.id, input.choice)) {
      throw invalid({ choice: 'This mentor cannot take it on at present. Choose another one.' });
    }
    const chosen = await tx
      .updateTable('shortlist_mentor')
      .set({ is_chosen: true })
      .where('shortlist_id', '=', shortlist.id)
      .where('mentor_id', '=', input.choice)
      .returning(['mentor_id', 'struck_at'])
      .executeTakeFirst();
    if (chosen?.struck_at && isFirm) {
      throw precondition(
        'This mentor can no longer be asked. Choose another one of the list, or say that none fits.',
      );
    }
    if (!chosen) throw invalid({ choice: 'Choose one of the mentors on the list.' });
    const made = await makeOffer(tx, ctx, {
      needId: need.id,
      mentorId: chosen.mentor_id,
      role: 'specialist',
      remark: input.words === '' ? '' : remarkOfFirm(input.words),
      overrideReason: null,
      shortlistId: shortlist.id,
      isChosenByFirm: isFirm,
    });
    await audit({
      subject: ['shortlist', shortlist.id],
      changes: {
        state: 'chosen',
        mentorId: chosen.mentor_id,
        offerId: made.offerId,
        weightsVersion: made.weightsVersion,
      },
    });
    return { offerId: made.offerId };

    async function tellAdviser(): Promise<void> {
      const place = await needInPlace(tx, need.id);
      const adviser = await personById(tx, place.adviserId ?? shortlist.sent_by);
      if (!adviser || adviser.personId === ctx.actor.personId) return;
      const programme = await programmeById(tx, need.programme_id);
      const words = adviserLetter({
        name: adviser.name,
        organisation: ctx.org.name,
        subject: `${place.enterpriseName}: none of the mentors fits`,
        text: `They say: ${input.words}`,
        url: `${ctx.app.url}${programmePaths(ctx.org.slug, programme.slug).matching(need.id)}`,
      });
      const about = ['shortlist', shortlist.id] as const;
      await sendTo(tx, ctx, adviser, words, { kind: 'shortlist-declined', about });
    }
  },
});

/** An id that no mentor has, since an empty list is no SQL. */
const noMentor = '00000000-0000-0000-0000-000000000000';

async function hasSaidNo(tx: Tx, needId: string, mentorId: string): Promise<boolean> {
  const no = await tx
    .selectFrom('offer')
    .select('id')
    .where('need_id', '=', needId)
    .where('mentor_id', '=', mentorId)
    .where('state', 'in', ['declined', 'expired'])
    .where('decline_set_aside_at', 'is', null)
    .executeTakeFirst();
  return no !== undefined;
}

/** The same as for staff, in words for the firm. */
function checkFirmMayChoose(need: Parameters<typeof checkNeedTakesMentor>[0]): void {
  const isOver = need.state === 'closed' || need.programme_state === 'closed';
  if (isOver || need.enrolment_state !== 'eligible') {
    throw precondition('No mentor can be asked for this any more. Please ask your adviser.');
  }
}
