import { programmePaths } from '../../../kernel/paths.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { whomToRing } from '../../enterprises/advising/reads.ts';
import { programmeById } from '../../programmes/reads.ts';
import { personById } from '../correspondent-rows.ts';
import { adviserLetter } from '../mails.ts';
import { sendTo } from '../send-to-step.ts';
import { standsFrom } from '../taking-back.ts';
import type { FitCheckRow } from './fit-check-rows.ts';

export const notGoodKind = 'fit-not-good';

/** Tells the adviser that one side says it does not fit; it leaves when the answer cannot be taken back any more. */
export async function tellOfMisfit(
  tx: Tx,
  ctx: Ctx,
  check: FitCheckRow,
  note: string,
): Promise<void> {
  const now = ctx.clock.now();
  const responsible = await whomToRing(tx, now, check);
  if (!responsible || responsible.personId === ctx.actor.personId) return;
  const { slug } = await programmeById(tx, check.programmeId);
  const [who, other] =
    check.side === 'mentor'
      ? [check.mentorName, check.enterpriseName]
      : [check.enterpriseName, check.mentorName];
  const words = adviserLetter({
    name: responsible.name,
    organisation: ctx.org.name,
    subject: `${who} says that it does not fit with ${other}`,
    text: [
      `${who} was asked whether it fits with ${other} and answered: not good.`,
      note === '' ? '' : `“${note}”`,
      'Ring them. The other side does not know. The evidence, and who could be next, are here:',
    ]
      .filter(Boolean)
      .join(' '),
    url: `${ctx.app.url}${programmePaths(ctx.org.slug, slug).rematch(check.matchId)}`,
  });
  const person = await personById(tx, responsible.personId);
  await sendTo(tx, ctx, person, words, {
    kind: notGoodKind,
    about: ['match', check.matchId],
    notBefore: standsFrom(now),
  });
}
