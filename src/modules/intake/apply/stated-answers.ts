import type { CalendarDate } from '../../../kernel/calendar.ts';
import { type StatedFact, statedLines } from '../../enterprises/eligibility/stated-fact.ts';
import { answerOf } from './accepted-facts.ts';
import { type Answers, isPotentialEntrepreneur } from './apply-step.ts';

const unsureOfLinks =
  'Not sure whether another firm owns part of this one, or this one of another.';
const unsureOfAid = 'Not sure whether there was public money or free public support.';

/** What an application says of linked firms, earlier aid and the need: for an adviser to confirm. */
export function statedFactsOfAnswers(
  answers: Answers,
  statedOn: CalendarDate,
): Pick<StatedFact, 'kind' | 'words' | 'statedOn'>[] {
  const isFirm = !isPotentialEntrepreneur(answers);
  const links = isFirm ? answerOf(answers, 'size', 'isGroup') : '';
  const aid = answerOf(answers, 'support', 'hasAid');
  const need = answerOf(answers, 'help', 'need');
  const lines = (asked: string, detail: string, unsure: string) =>
    asked === 'no' ? [] : [...statedLines(detail), ...(asked === 'unsure' ? [unsure] : [])];
  return [
    ...lines(links, isFirm ? answerOf(answers, 'size', 'groupDetail') : '', unsureOfLinks).map(
      (words) => ({ kind: 'relation' as const, words, statedOn }),
    ),
    ...lines(aid, answerOf(answers, 'support', 'aidDetail'), unsureOfAid).map((words) => ({
      kind: 'subsidy' as const,
      words,
      statedOn,
    })),
    ...(need === '' ? [] : [{ kind: 'need' as const, words: need, statedOn }]),
  ];
}
