import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { cancelMail } from '../../../platform/mail/outbox.ts';
import { personOfEnterprise } from '../correspondent-rows.ts';
import { shortlistById } from '../offers/reads.ts';
import { mailShortlist } from '../shortlist-letter-step.ts';
import { lastLetter } from './question-rows.ts';
import { openAsksOf } from './reads.ts';

/** Sends the open shortlists of firms to whoever speaks for each now and has no letter of it. Gives the lists. */
export async function moveShortlists(
  tx: Tx,
  ctx: Ctx,
  enterpriseIds: readonly string[],
): Promise<string[]> {
  const moved: string[] = [];
  for (const enterpriseId of enterpriseIds) {
    const open = await openAsksOf(tx, { enterpriseId });
    for (const ask of open.filter(({ kind }) => kind === 'shortlist')) {
      const firm = await personOfEnterprise(tx, enterpriseId);
      if (!firm) continue;
      const about = ['shortlist', ask.id] as const;
      if (await lastLetter(tx, { kind: 'shortlist', about }, firm.personId)) continue;
      const list = await shortlistById(tx, ask.id);
      await cancelMail(tx, ask.id, 'shortlist');
      await mailShortlist(tx, ctx, {
        ...list,
        enrolmentId: ask.enrolmentId,
        mentors: list.mentors.filter(({ isStruck }) => !isStruck).map(({ name }) => name),
      });
      moved.push(ask.id);
    }
  }
  return moved;
}
