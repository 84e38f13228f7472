import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { Panel } from '../../../../ui/card.tsx';
import { SelectField } from '../../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../../ui/form.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { TextField } from '../../../../ui/text-fields.tsx';

const kinds = [
  { value: 'shareholding', label: 'Holds shares in it' },
  { value: 'client', label: 'It is a client' },
  { value: 'competitor', label: 'Works for a competitor' },
  { value: 'family', label: 'Family or close friends' },
  { value: 'other', label: 'Something else' },
];

interface SettleDeclineProps {
  mentorName: string;
  enterpriseName: string;
  isConflict: boolean;
  /** What the mentor said. */
  said: string;
  answer: FormAnswer;
}

/** What becomes of a mentor's no: it keeps counting unless staff settle it. */
export function SettleDecline(props: SettleDeclineProps) {
  const { mentorName, enterpriseName, isConflict, said, answer } = props;
  const as = answer.values['as'];
  return (
    <Panel title="What becomes of this no">
      <p className="govuk-body">
        {isConflict
          ? `${mentorName} spoke of a conflict of interest. Until you confirm it or set it aside, the two are not proposed to each other.`
          : `Until it passes or you set it aside, ${mentorName} is left out where this no applies.`}
      </p>
      {isConflict ? (
        <Form label="Enter the conflict into the register">
          <HiddenField name="as" value="conflict" />
          <SelectField
            name="kind"
            label="What kind of conflict?"
            emptyLabel="Choose"
            options={kinds}
            answer={as === 'conflict' ? answer : { values: {} }}
          />
          <TextField
            name="settleReason"
            label="In a sentence"
            value={said}
            answer={as === 'conflict' ? answer : { values: {} }}
          />
          <Button>Enter it into the register</Button>
        </Form>
      ) : null}
      <Details summary="Ask again after all" isOpen={as === 'set-aside'}>
        <Form label={`Ask ${mentorName} again about ${enterpriseName}`}>
          <HiddenField name="as" value="set-aside" />
          <TextField
            name="settleReason"
            label="Why can they be asked again?"
            scope="aside"
            answer={as === 'set-aside' ? answer : { values: {} }}
          />
          <Button kind="secondary">Set the no aside</Button>
        </Form>
      </Details>
    </Panel>
  );
}
