import { dateInZone, formatDate } from '../../kernel/calendar.ts';
import { plural } from '../../kernel/text.ts';
import { questionOf } from './session-question.ts';
import { statementOf } from './session-statement.ts';
import type { AskedSession } from './confirming/reads.ts';

export type WhyAsked = 'logged' | 'corrected' | 'reminder' | 'again';

interface Asking {
  addressee: string;
  programme: string;
  why: WhyAsked;
  /** At least one, the earliest first. */
  sessions: readonly AskedSession[];
  /** Sessions that wait beside those of this letter. */
  more: number;
  url: string;
}

const beginnings: Record<WhyAsked, string> = {
  logged: '',
  corrected: 'Corrected: ',
  reminder: 'Reminder: ',
  again: '',
};

/** The letter that asks a firm about its sessions: the day in the subject, and all that would count. */
export function confirmationWords(asking: Asking): { subject: string; body: string } {
  const { addressee, programme, why, sessions, more, url } = asking;
  const isOne = sessions.length === 1;
  const blocks = sessions.map((one) => blockOf(one, isOne)).join('\n\n');
  const paragraphs = [
    `Dear ${addressee},`,
    ...(why === 'corrected'
      ? ['What was logged has been corrected. Please answer for how it stands now.']
      : []),
    blocks,
    `Please say whether ${isOne ? 'that' : 'each of them'} is right. It takes a minute and needs no password:\n${url}`,
    ...(isOne ? [] : ['The page leads from one to the next.']),
    ...(more > 0
      ? [
          `${plural(more, 'more session waits', 'more sessions wait')} for your answer; the page leads on to ${more === 1 ? 'it' : 'them'}.`,
        ]
      : []),
    'If something is wrong, say so on the same page and your adviser will look at it.',
    `With kind regards\n${programme}`,
  ];
  return { subject: subjectOf(asking), body: paragraphs.join('\n\n') };
}

function subjectOf({ why, sessions }: Asking): string {
  const latest = sessions.at(-1);
  const begin = beginnings[why];
  const please = begin === '' ? 'Please' : 'please';
  if (!latest) return `${begin}${please} confirm your sessions`;
  const day = dayOf(latest);
  if (sessions.length > 1) {
    return `${begin}${please} confirm ${sessions.length} sessions, the latest of ${day}`;
  }
  return latest.isHeld
    ? `${begin}${please} confirm your session of ${day} with ${latest.mentors}`
    : `${begin}${please} say whether you agree about your appointment of ${day} with ${latest.mentors}`;
}

/** What was logged; the notes stand on the page only, since a letter may be read by others. */
function blockOf(session: AskedSession, isOne: boolean): string {
  const question = questionOf(session);
  const lines = statementOf(session)
    .filter((line) => line.key !== 'Notes' && line.value !== '')
    .map((line) => `${line.key}: ${line.value}`);
  const said = isOne || !session.isHeld ? question.said : `${session.mentors} has logged:`;
  return `${said}\n${lines.join('\n')}`;
}

function dayOf(session: AskedSession): string {
  return formatDate(dateInZone(session.startsAt, session.zone));
}
