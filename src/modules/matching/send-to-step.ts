import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { isMailAddress } from '../../kernel/contact-details.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import { whomToRing } from '../enterprises/advising/reads.ts';
import type { Correspondent } from './correspondent-rows.ts';

interface Posting {
  kind: string;
  about: readonly [kind: string, id: string];
  giveUpAt?: string;
  notBefore?: string;
  /** The firm that the letter concerns; its adviser is whom an answer reaches. Left out for letters to staff. */
  enrolmentId?: string;
}

/**
 * Queues a letter, held in the person's quiet hours. Somebody without a usable address gets none, and false
 * says so: a match must not fail because of that, staff ring instead.
 */
export async function sendTo(
  tx: Tx,
  ctx: Ctx,
  person: Correspondent | null,
  words: { subject: string; body: string },
  { kind, about, giveUpAt, notBefore, enrolmentId }: Posting,
): Promise<boolean> {
  if (!person?.email || !isMailAddress(person.email)) return false;
  const adviser =
    enrolmentId === undefined ? null : await whomToRing(tx, ctx.clock.now(), { enrolmentId });
  await queueMail(tx, ctx, {
    to: { personId: person.personId, address: person.email, name: person.name },
    kind,
    ...words,
    about,
    answersTo: adviser?.personId,
    ...(giveUpAt === undefined ? {} : { giveUpAt }),
    ...(notBefore === undefined ? {} : { notBefore }),
  });
  return true;
}
