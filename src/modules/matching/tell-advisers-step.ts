import { programmePaths } from '../../kernel/paths.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { areaLabels } from '../programmes/area.ts';
import { programmeById } from '../programmes/reads.ts';
import { personById } from './correspondent-rows.ts';
import { adviserLetter } from './mails.ts';
import { needInPlace } from './reads.ts';
import { sendTo } from './send-to-step.ts';

interface SentForFirm {
  needId: string;
  /** Who advises the firm. */
  adviserId: string | null;
  /** What was sent, as one line: "Alder Ltd, finance: Ada Reed is asked". */
  words: string;
}

/** Tells advisers what a colleague has sent for their firms: one letter for each, however many firms. */
export async function tellAdvisers(
  tx: Tx,
  ctx: Ctx,
  programme: string,
  sent: readonly SentForFirm[],
): Promise<void> {
  const own = ctx.actor.personId;
  const byAdviser = new Map<string, SentForFirm[]>();
  for (const each of sent) {
    if (each.adviserId === null || each.adviserId === own) continue;
    byAdviser.set(each.adviserId, [...(byAdviser.get(each.adviserId) ?? []), each]);
  }
  if (byAdviser.size === 0) return;
  const colleague = (own === null ? null : await personById(tx, own))?.name ?? 'A colleague';
  const { offers } = programmePaths(ctx.org.slug, programme);
  for (const [adviserId, lines] of byAdviser) {
    const adviser = await personById(tx, adviserId);
    if (!adviser) continue;
    const words = adviserLetter({
      name: adviser.name,
      organisation: ctx.org.name,
      subject: `${colleague} has asked mentors for your firms`,
      text: `${colleague} has sent this for firms that you advise:\n${lines.map((each) => `- ${each.words}`).join('\n')}`,
      url: `${ctx.app.url}${offers}`,
    });
    const about = ['need', lines[0]?.needId ?? ''] as const;
    await sendTo(tx, ctx, adviser, words, { kind: 'colleague-sent', about });
  }
}

/** The same for one need: `what` says what was sent, such as "Ada Reed is asked". */
export async function tellAdviserOf(tx: Tx, ctx: Ctx, needId: string, what: string): Promise<void> {
  const need = await needInPlace(tx, needId);
  if (need.adviserId === null || need.adviserId === ctx.actor.personId) return;
  const { slug } = await programmeById(tx, need.programmeId);
  const words = `${need.enterpriseName}, ${areaLabels[need.area].toLowerCase()}: ${what}`;
  await tellAdvisers(tx, ctx, slug, [{ needId, adviserId: need.adviserId, words }]);
}
