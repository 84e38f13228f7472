import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { Panel } from '../../../../ui/card.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import { areaLabels } from '../../../programmes/area.ts';
import { shownPoints } from '../../programme-price.ts';
import type { RematchPage } from './open-rematch.ts';

/** Who could be next, before anything ends, and how the present mentor fits. */
export function WhoNext({ page }: { page: RematchPage }) {
  const { next, match } = page;
  const paths = programmePaths(page.org, page.programme);
  const { goingOn } = next;
  return (
    <Panel title={`Who could be next for ${areaLabels[next.area].toLowerCase()}`}>
      {next.askable === 0 ? (
        <p className="govuk-body">
          <Tag tone="bad">Nobody can be asked now</Tag> If the match ends, the need waits. Why each
          mentor is left out stands on{' '}
          <a href={paths.matching(match.needId)}>the page of the need</a>.
        </p>
      ) : (
        <>
          <p className="govuk-body">{plural(next.askable, 'other mentor')} can be asked now.</p>
          <ol className="govuk-list govuk-list--number">
            {next.first.map((each) => (
              <li key={each.mentorId}>
                <a href={paths.mentor(each.mentorId)}>{each.name}</a>, {shownPoints(each.total)} of
                100
                <span className="govuk-hint app-under">{each.plus[0] ?? ''}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {goingOn ? (
        <>
          <h3 className="govuk-heading-s">{match.mentorName}, who is there now</h3>
          <p className="govuk-body">
            {shownPoints(goingOn.total)} of 100
            {goingOn.against.length === 0 ? ', and no rule speaks against it.' : '. Against it:'}
          </p>
          {goingOn.against.length === 0 ? null : (
            <ul className="govuk-list govuk-list--bullet">
              {goingOn.against.map(({ rule, because, isAbsolute }) => (
                <li key={rule}>
                  {because} {isAbsolute ? <Tag tone="bad">cannot go on</Tag> : null}
                </li>
              ))}
            </ul>
          )}
        </>
      ) : null}
    </Panel>
  );
}
