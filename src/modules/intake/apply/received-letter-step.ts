import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { makeLink } from '../../../platform/links.ts';
import { queueMail } from '../../../platform/mail/outbox.ts';
import { whomToRing } from '../../enterprises/advising/reads.ts';
import { receivedLetter } from '../mails.ts';
import type { Application } from './application-rows.ts';
import { isUnproved, mailedPurpose } from './proof.ts';

/** Days on which a sent application can be read and withdrawn by its letter. */
const linkDays = 180;

/** Tells the applicant that the application is here, and asks whose address it is while nobody has shown that. */
export async function sendReceivedLetter(
  tx: Tx,
  ctx: Ctx,
  application: Pick<
    Application,
    'id' | 'programmeId' | 'programmeName' | 'name' | 'email' | 'source' | 'addressProvedAt'
  >,
): Promise<void> {
  const { id, programmeId, name, email } = application;
  const link = await makeLink(tx, ctx, { purpose: mailedPurpose, subjectId: id, days: linkDays });
  const asksProof = isUnproved(application);
  const words = receivedLetter({
    // To a stranger nothing goes that somebody else typed.
    name: asksProof ? null : name,
    programme: application.programmeName,
    url: link.url,
    asksProof,
    organisation: ctx.org.name,
  });
  const adviser = await whomToRing(tx, ctx.clock.now(), { programmeId });
  await queueMail(tx, ctx, {
    to: { address: email, name: asksProof ? '' : name },
    kind: 'application-received',
    ...words,
    about: ['application', id],
    answersTo: adviser?.personId,
    urgent: true,
  });
}
