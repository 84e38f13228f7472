import { formatInstant } from '../../../../kernel/calendar.ts';
import { listWords, plural } from '../../../../kernel/text.ts';
import type { Ctx } from '../../../../platform/context.ts';
import { lettersSentIn } from '../reads.ts';

/** What a colleague has sent of the same proposal meanwhile, in words; null when the proposal was not sent. */
export async function sentMeanwhile(
  ctx: Ctx,
  allocationId: string,
  pairs: readonly { needId: string; way: string }[],
): Promise<string | null> {
  const sent = await ctx.app.database.read(ctx.orgId, (tx) => lettersSentIn(tx, allocationId));
  if (sent === null) return null;
  const wanted = new Set(pairs.filter((pair) => pair.way !== 'hold').map((pair) => pair.needId));
  const also = sent.letters.filter((letter) => wanted.has(letter.needId));
  const firms = also.slice(0, 5).map((letter) => letter.firm);
  const who = sent.by ?? 'Somebody';
  const among =
    also.length === 0
      ? 'none of those that you ticked'
      : `among them for ${listWords(also.length > 5 ? [...firms, `${also.length - 5} others`] : firms)}`;
  return `${who} sent ${plural(sent.letters.length, 'letter')} of this proposal at ${formatInstant(sent.at, ctx.org.zone)}, while you were looking, ${among}. Nothing of yours has gone out. What is left stands below.`;
}
