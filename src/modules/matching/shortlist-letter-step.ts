import { formatDate } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { makeLink } from '../../platform/links.ts';
import { personOfEnterprise } from './correspondent-rows.ts';
import { shortlistLetter } from './mails.ts';
import { sendTo } from './send-to-step.ts';

interface Listed {
  id: string;
  enterpriseId: string;
  enrolmentId: string;
  /** As the letter lists them. */
  mentors: readonly string[];
  message: string;
  chooseBy: string;
  isAgain?: boolean;
}

/** Mails a shortlist to who speaks for its firm, with a new link; false when nobody can be written to. */
export async function mailShortlist(tx: Tx, ctx: Ctx, list: Listed): Promise<boolean> {
  const { isAgain = false } = list;
  const firm = await personOfEnterprise(tx, list.enterpriseId);
  const link = await makeLink(tx, ctx, {
    purpose: 'choose-mentor',
    personId: firm?.personId,
    subjectId: list.id,
    days: 60,
  });
  const words = shortlistLetter({
    name: firm?.name ?? '',
    organisation: ctx.org.name,
    mentors: list.mentors,
    message: list.message,
    due: formatDate(list.chooseBy),
    url: link.url,
    isAgain,
  });
  return sendTo(tx, ctx, firm, words, {
    kind: isAgain ? 'shortlist-reminder' : 'shortlist',
    about: ['shortlist', list.id],
    enrolmentId: list.enrolmentId,
  });
}
