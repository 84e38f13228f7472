import { formatDate } from '../../../kernel/calendar.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { makeLink } from '../../../platform/links.ts';
import { cancelMail } from '../../../platform/mail/outbox.ts';
import { personOfEnterprise } from '../correspondent-rows.ts';
import { shortlistLetter } from '../mails.ts';
import { shortlistById } from '../offers/reads.ts';
import { sendTo } from '../send-to-step.ts';
import { openAsksOf } from './reads.ts';

/** Sends the open shortlists of firms again, to whoever speaks for each now. Gives the lists. */
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
      const list = await shortlistById(tx, ask.id);
      await cancelMail(tx, ask.id, 'shortlist');
      const link = await makeLink(tx, ctx, {
        ...{ purpose: 'choose-mentor', personId: firm.personId, subjectId: ask.id, days: 60 },
      });
      const words = shortlistLetter({
        name: firm.name,
        organisation: ctx.org.name,
        mentors: list.mentors.filter(({ isStruck }) => !isStruck).map(({ name }) => name),
        message: list.message,
        due: formatDate(list.chooseBy),
        url: link.url,
      });
      const posting = { kind: 'shortlist', about: ['shortlist', ask.id] as const };
      await sendTo(tx, ctx, firm, words, { ...posting, enrolmentId: ask.enrolmentId });
      moved.push(ask.id);
    }
  }
  return moved;
}
