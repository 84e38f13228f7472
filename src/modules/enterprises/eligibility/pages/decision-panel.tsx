import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { Panel } from '../../../../ui/card.tsx';
import { Checkbox } from '../../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../../ui/form.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { TextArea } from '../../../../ui/text-fields.tsx';
import type { Eligibility } from '../overall.ts';
import { type EligibilityTest, eligibilityTestWords } from '../test-result.ts';
import { type Signpost, signpostLine } from '../../../programmes/signpost.ts';

interface DecisionPanelProps {
  overall: Eligibility;
  /** Where the facts of a test are entered. */
  hrefOf: (test: EligibilityTest) => string;
  draft: { refusal: string; signpost: string };
  version: number;
  mayDecide: boolean;
  /** The refusal has gone out; what is looked at now is whether anything has changed. */
  isRefused: boolean;
  letterTo: { name: string; email: string } | null;
  signposts: readonly Signpost[];
  answer: FormAnswer;
}

/** All tests together: what may be decided now, and what is still missing. */
export function DecisionPanel(props: DecisionPanelProps) {
  const { overall } = props;
  if (overall.verdict === 'undecided') {
    return (
      <Panel title="Not decided yet: still missing">
        <ul className="govuk-list govuk-list--bullet">
          {overall.missing.map((fact) => (
            <li key={fact}>
              <a href={props.hrefOf(overall.missingAt[fact] ?? 'area')}>{fact}</a>
            </li>
          ))}
          {overall.adviser.map((test) => (
            <li key={test}>
              <a href={props.hrefOf(test)}>
                Your judgement: {eligibilityTestWords[test].toLowerCase()}
              </a>
            </li>
          ))}
        </ul>
      </Panel>
    );
  }
  if (overall.verdict === 'eligible')
    return <EligiblePanel {...props} overridden={overall.overridden} />;
  if (props.isRefused) return <StillRefused reasons={overall.refusal} />;
  return <RefusalPanel {...props} />;
}

function EligiblePanel(props: DecisionPanelProps & { overridden: readonly string[] }) {
  return (
    <Panel title="Every test is met">
      {props.overridden.length > 0 ? (
        <p className="govuk-body">{props.overridden.length} of them set aside by two people.</p>
      ) : null}
      {props.mayDecide ? (
        <Form version={props.version} label="Decide">
          <HiddenField name="verdict" value="eligible" />
          <LetterChoice letterTo={props.letterTo} answer={props.answer} scope="yes" />
          <Button>Take the enterprise in</Button>
        </Form>
      ) : null}
    </Panel>
  );
}

function StillRefused({ reasons }: { reasons: readonly string[] }) {
  return (
    <Panel title="Still not eligible">
      <ul className="govuk-list govuk-list--bullet">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p className="govuk-body">
        It was refused and has been told so. Correct the facts when they change: as soon as every
        test is met, it can be taken in here.
      </p>
    </Panel>
  );
}

function RefusalPanel({
  draft,
  version,
  mayDecide,
  letterTo,
  signposts,
  answer,
}: DecisionPanelProps) {
  return (
    <Panel title="Not eligible as it stands">
      <p className="govuk-body app-lines">{draft.refusal}</p>
      <p className="govuk-body">{draft.signpost}</p>
      {mayDecide ? (
        <Details summary="Write the refusal" isOpen={answer.errors?.['refusal'] !== undefined}>
          <Form version={version} label="Refuse">
            <HiddenField name="verdict" value="not-eligible" />
            <TextArea
              name="refusal"
              label="Reasons"
              hint="The applicant reads this."
              rows={5}
              value={draft.refusal}
              answer={answer}
              maxLength={4000}
            />
            <TextArea
              name="signpost"
              label="Where to turn"
              rows={4}
              value={[draft.signpost, ...signposts.map(signpostLine)].join('\n')}
              answer={answer}
              maxLength={2000}
            />
            <LetterChoice letterTo={letterTo} answer={answer} scope="no" />
            <Button kind="warning">Refuse</Button>
          </Form>
        </Details>
      ) : null}
    </Panel>
  );
}

interface LetterChoiceProps {
  letterTo: { name: string; email: string } | null;
  answer: FormAnswer;
  scope: string;
}

function LetterChoice({ letterTo, answer, scope }: LetterChoiceProps) {
  if (!letterTo) {
    return (
      <p className="govuk-body">
        No letter can go out: nobody of this enterprise has an email address.
      </p>
    );
  }
  return (
    <Checkbox
      name="sendsLetter"
      label={`Send the letter to ${letterTo.name} (${letterTo.email})`}
      isChecked
      answer={answer}
      scope={scope}
    />
  );
}
