import { plural } from '../../../../kernel/text.ts';
import { Details } from '../../../../ui/summary-list.tsx';
import type { HardRule } from '../../hard-rules.ts';
import { hardRuleWords } from '../hard-rule-words.ts';

interface WhoCannotProps {
  page: {
    mentors: number;
    funnel: readonly { rule: HardRule; mentors: number }[];
    excluded: readonly { mentorId: string; name: string; because: string }[];
  };
}

/** How many mentors each hard rule keeps out, and each of them with the reasons. */
export function WhoCannot({ page }: WhoCannotProps) {
  if (page.excluded.length === 0) return null;
  return (
    <>
      <p className="govuk-body">
        Out of {plural(page.mentors, 'mentor')}:{' '}
        {page.funnel.map((each) => `${each.mentors} ${hardRuleWords[each.rule]}`).join(', ')}.
      </p>
      <Details summary={`Who cannot have it, and why (${page.excluded.length})`}>
        <ul className="govuk-list">
          {page.excluded.map((each) => (
            <li key={each.mentorId} id={`m-${each.mentorId}`}>
              <strong>{each.name}</strong>: {each.because}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}
