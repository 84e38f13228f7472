import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import { whomToRing } from '../enterprises/advising/reads.ts';
import type { LetterTexts } from '../matching/asks/ask.ts';
import { programmeById } from '../programmes/reads.ts';
import { applicantsKey, applicantsText } from './applicants-letter.ts';
import { undecidedApplicants } from './reads.ts';

/** Writes to everybody who applied and got no decision before the programme closed. Gives how many. */
export async function tellApplicants(
  tx: Tx,
  ctx: Ctx,
  programmeId: string,
  letters: LetterTexts,
): Promise<number> {
  const applicants = await undecidedApplicants(tx, programmeId);
  if (applicants.length === 0) return 0;
  const { name } = await programmeById(tx, programmeId);
  const adviser = await whomToRing(tx, ctx.clock.now(), { programmeId });
  const text = letters[applicantsKey] || applicantsText(name);
  for (const one of applicants) {
    await queueMail(tx, ctx, {
      to: { personId: one.personId, address: one.email, name: one.name },
      kind: 'application-closed',
      subject: `${name} has closed`,
      body: [`Dear ${one.name},`, text, `With kind regards\n${ctx.org.name}`].join('\n\n'),
      about: [one.kind, one.id],
      answersTo: adviser?.personId,
    });
  }
  return applicants.length;
}
