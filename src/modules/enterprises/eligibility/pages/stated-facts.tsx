import { formatDate } from '../../../../kernel/calendar.ts';
import { Panel } from '../../../../ui/card.tsx';
import { ButtonRow, HiddenField, LinkButton, PostButton } from '../../../../ui/form.tsx';
import { Inset } from '../../../../ui/notification-banner.tsx';
import type { StatedFact } from '../stated-fact.ts';

interface Props {
  facts: readonly StatedFact[];
  mayEdit: boolean;
}

/** At the top of the form in which a stated fact becomes a record. */
export function StatedWords({ fact }: { fact: StatedFact }) {
  return (
    <div id="stated">
      <HiddenField name="fact" value={fact.id} />
      <Inset>
        From the application of {formatDate(fact.statedOn)}: “{fact.words}”. What it seems to say is
        filled in; check it.
      </Inset>
    </div>
  );
}

/** What the application says and nobody has confirmed: it counts only when it is recorded below. */
export function StatedFacts({ facts, mayEdit }: Props) {
  if (facts.length === 0) return null;
  return (
    <Panel title="From the application, to be confirmed">
      <p className="govuk-body">
        Ask the firm. What you record counts in the test above; these words alone do not.
      </p>
      {facts.map((fact) => (
        <div key={fact.id} className="app-lines">
          <p className="govuk-body">
            “{fact.words}” <span className="govuk-hint">said on {formatDate(fact.statedOn)}</span>
          </p>
          {mayEdit ? (
            <ButtonRow>
              <LinkButton href={`?fact=${fact.id}#stated`} kind="secondary">
                Record it<span className="govuk-visually-hidden">: {fact.words}</span>
              </LinkButton>
              <PostButton values={{ form: 'set-aside', id: fact.id }}>
                Set aside<span className="govuk-visually-hidden">: {fact.words}</span>
              </PostButton>
            </ButtonRow>
          ) : null}
        </div>
      ))}
    </Panel>
  );
}
