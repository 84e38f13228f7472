import { listWords } from '../../../kernel/text.ts';
import { Panel } from '../../../ui/card.tsx';
import { shownPoints } from '../programme-price.ts';
import type { MatchingPage } from './open-matching.ts';

const mostNamed = 3;

/** The best fit of this need beside the best for the whole programme, with what the difference is worth to whom. */
export function ForTheProgramme({ page, deskHref }: { page: MatchingPage; deskHref: string }) {
  const { forAll } = page;
  if (forAll === null) return null;
  const { best, bestForAll, loss, gain } = forAll;
  const others = best.served.slice(0, mostNamed);
  const whom = `${others.length > 0 ? listWords(others) : 'other needs'}${best.served.length > mostNamed ? ' and others' : ''}`;
  const waits = bestForAll === null;
  const isSame = best.mentorId === bestForAll?.mentorId;
  return (
    <Panel title="For this enterprise and for the programme">
      <dl className="govuk-summary-list govuk-summary-list--no-border">
        <div className="govuk-summary-list__row">
          <dt className="govuk-summary-list__key">Best fit</dt>
          <dd className="govuk-summary-list__value">
            {best.name}, {shownPoints(best.total)} of 100
          </dd>
        </div>
        <div className="govuk-summary-list__row">
          <dt className="govuk-summary-list__key">Best for the programme</dt>
          <dd className="govuk-summary-list__value">
            {waits
              ? 'To let this need wait for now'
              : isSame
                ? 'The same: the best whole gives this mentor to this need.'
                : `${bestForAll.name}, ${shownPoints(bestForAll.total)} of 100`}
          </dd>
        </div>
      </dl>
      {isSame ? null : (
        <p className="govuk-body">
          {waits
            ? `A place with ${best.name} serves ${whom}, which the programme needs more. Whoever takes it here leaves somebody else without.`
            : `${best.name} would fit better here by ${shownPoints(loss)}, but a place with them is worth ${shownPoints(gain)} more to ${whom}.`}{' '}
          You decide. <a href={deskHref}>See the whole allocation</a>
        </p>
      )}
    </Panel>
  );
}
