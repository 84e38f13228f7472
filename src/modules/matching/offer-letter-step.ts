import { formatInstant } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { makeLink } from '../../platform/links.ts';
import { type AreaKey, areaLabels } from '../programmes/area.ts';
import { outlineOf } from './briefing.ts';
import { personOfMentor } from './correspondent-rows.ts';
import { offerLetter } from './mails.ts';
import { sendTo } from './send-to-step.ts';

interface Offered {
  id: string;
  mentorId: string;
  need: { area: AreaKey; sector: string | null; place: string | null; enrolmentId: string };
  outline: string;
  answerBy: string;
  zone: string;
  isAgain?: boolean;
}

/** Days a mailed answer link works beyond the answer clock, so that a late click still gets an explanation. */
const linkDays = 60;

/** Mails an offer to its mentor with a new link; false when the mentor cannot be written to. */
export async function mailOffer(tx: Tx, ctx: Ctx, offer: Offered): Promise<boolean> {
  const { need, isAgain = false } = offer;
  const person = await personOfMentor(tx, offer.mentorId);
  const link = await makeLink(tx, ctx, {
    purpose: 'answer-offer',
    personId: person?.personId,
    subjectId: offer.id,
    days: linkDays,
  });
  const words = offerLetter({
    name: person?.name ?? '',
    organisation: ctx.org.name,
    about: outlineOf(need),
    area: areaLabels[need.area],
    outline: offer.outline,
    due: formatInstant(offer.answerBy, offer.zone),
    url: link.url,
    isAgain,
  });
  return sendTo(tx, ctx, person, words, {
    kind: isAgain ? 'offer-reminder' : 'offer',
    about: ['offer', offer.id],
    enrolmentId: need.enrolmentId,
  });
}
