import { type CalendarDate, formatDate } from '../../../kernel/calendar.ts';
import { plural } from '../../../kernel/text.ts';

export interface HandoverFacts {
  mentorName: string;
  area: string;
  sessions: { on: CalendarDate; summary: string }[];
  actions: { title: string; owner: string; dueOn: CalendarDate | null }[];
}

const longest = 4500;

/** A first draft of what the next mentor must know, from summaries both sides read and actions still open. */
export function handoverDraft(facts: HandoverFacts): string {
  const met = facts.sessions.filter((each) => each.summary.trim() !== '');
  const lines = [
    facts.sessions.length === 0
      ? `${facts.mentorName} was introduced for ${facts.area.toLowerCase()}; the two have not met.`
      : `${facts.mentorName} worked on ${facts.area.toLowerCase()} in ${plural(facts.sessions.length, 'session')}.`,
    ...(met.length > 0 ? ['', 'What was done'] : []),
    ...met.map((each) => `- ${formatDate(each.on)}: ${each.summary.trim()}`),
    ...(facts.actions.length > 0 ? ['', 'What is open'] : []),
    ...facts.actions.map(
      ({ title, owner, dueOn }) =>
        `- ${title} (${owner}${dueOn ? `, by ${formatDate(dueOn)}` : ''})`,
    ),
  ];
  const text = lines.join('\n');
  return text.length <= longest ? text : `${text.slice(0, longest - 2).trimEnd()} …`;
}
