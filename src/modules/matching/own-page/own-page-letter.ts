import { addDays, formatDate } from '../../../kernel/calendar.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { makeLink, type OwnPage, renewedDays } from '../../../platform/links.ts';
import { isMailAddress } from '../../../kernel/contact-details.ts';
import { queueMail } from '../../../platform/mail/outbox.ts';
import { advisersOfPerson } from './reads.ts';

interface Reader {
  id: string;
  name: string;
  email: string | null;
}

export const ownPageKind = 'own-page';

/** Mails somebody the way to their page, to the address on record and to no other; false without one. */
export async function sendOwnPage(
  tx: Tx,
  ctx: Ctx,
  person: Reader,
  page: OwnPage,
): Promise<boolean> {
  if (person.email === null || !isMailAddress(person.email)) return false;
  const days = renewedDays[page] ?? 90;
  const { url } = await makeLink(tx, ctx, { purpose: page, personId: person.id, days });
  const until = formatDate(addDays(ctx.clock.today(ctx.org.zone), days));
  const [adviser] = await advisersOfPerson(tx, ctx.clock.now(), person.id);
  const what =
    page === 'mentor-page'
      ? 'offers and questions that wait for you, your enterprises with whom to ring, your next steps, and logging a session'
      : 'what waits for you, whom to ring, your mentor, your next steps';
  await queueMail(tx, ctx, {
    to: { personId: person.id, address: person.email, name: person.name },
    kind: ownPageKind,
    subject: `Your page with ${ctx.org.name}`,
    body: [
      `Dear ${person.name},`,
      `This is the way to your page, without a password: ${what}.`,
      url,
      `It works until ${until}, and for ${days} days more each time you do something there. Please do not pass this letter on: whoever has it sees your page.`,
      `With kind regards\n${ctx.org.name}`,
    ].join('\n\n'),
    about: ['person', person.id],
    answersTo: adviser?.personId,
    urgent: true,
  });
  return true;
}
