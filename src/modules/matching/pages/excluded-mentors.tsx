import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { Details } from '../../../ui/summary-list.tsx';
import type { MatchingPage } from './open-matching.ts';

const mostShown = 100;

/** Who is left out, each with every reason. */
export function ExcludedMentors({ page }: { page: MatchingPage }) {
  if (page.excluded.length === 0) return null;
  const paths = programmePaths(page.org, page.programme);
  const rest = page.excluded.length - mostShown;
  return (
    <Details summary={`Who is left out, and why (${page.excluded.length})`}>
      <table className="govuk-table app-table">
        <caption className="govuk-visually-hidden">Mentors left out, with the reasons</caption>
        <tbody className="govuk-table__body">
          {page.excluded.slice(0, mostShown).map((each) => (
            <tr className="govuk-table__row" key={each.mentorId}>
              <th scope="row" className="govuk-table__header" data-label="Mentor">
                <a href={paths.mentor(each.mentorId)}>{each.name}</a>
              </th>
              <td className="govuk-table__cell" data-label="Why not">
                {each.reasons.join(' ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p className="govuk-body-s">And {plural(rest, 'more mentor')}.</p> : null}
    </Details>
  );
}
