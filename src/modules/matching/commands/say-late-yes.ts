import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { command } from '../../../platform/command.ts';
import { whomToRing } from '../../enterprises/advising/reads.ts';
import { areaLabels } from '../../programmes/area.ts';
import { personById, personOfMentor } from '../correspondent-rows.ts';
import { adviserLetter } from '../mails.ts';
import { closedOfferWords } from '../offer.ts';
import { offerById } from '../offers/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { sendTo } from '../send-to-step.ts';
import { needOfOffer, offerForUpdate } from '../store.ts';

/** A mentor whose time to answer has passed would still like to help: the adviser is told, and asks them again. */
export const sayLateYes = command({
  name: 'say-late-yes',
  permission: matchingPermissions.offer.answer,
  input: z.strictObject({ offerId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const { need, mentorId } = await needOfOffer(tx, input.offerId);
    allow({ programmeId: need.programme_id, mentorId });
    const stored = await offerForUpdate(tx, input.offerId);
    if (stored.state !== 'expired') {
      const isForMentor = ctx.actor.mentorId === stored.mentor_id;
      throw precondition(closedOfferWords(stored.state, { isForMentor }));
    }
    if (stored.late_yes_at !== null) throw precondition('This has been said and passed on.');
    const isOver =
      need.state === 'closed' ||
      need.enrolment_state !== 'eligible' ||
      need.programme_state === 'closed';
    if (isOver) {
      throw precondition('This has settled itself meanwhile. Thank you all the same.');
    }
    await tx
      .updateTable('offer')
      .set({ late_yes_at: ctx.clock.now(), version: stored.version + 1 })
      .where('id', '=', stored.id)
      .execute();
    const offer = await offerById(tx, stored.id);
    const responsible = await whomToRing(tx, ctx.clock.now(), offer);
    if (responsible && responsible.personId !== ctx.actor.personId) {
      const mentor = await personOfMentor(tx, offer.mentorId);
      const who = mentor?.name ?? offer.mentorName;
      const words = adviserLetter({
        name: responsible.name,
        organisation: ctx.org.name,
        subject: `${who} would still like to help ${offer.enterpriseName}`,
        text: `The time to answer about ${areaLabels[offer.area].toLowerCase()} had passed; ${who} says now that they would still like to help. With one button they are asked again:`,
        url: `${ctx.app.url}${programmePaths(ctx.org.slug, offer.programmeSlug).offer(offer.id)}`,
      });
      const person = await personById(tx, responsible.personId);
      await sendTo(tx, ctx, person, words, { kind: 'late-yes', about: ['offer', offer.id] });
    }
    await audit({ subject: ['offer', stored.id], changes: { lateYes: true } });
    return { adviser: responsible?.name ?? null };
  },
});
