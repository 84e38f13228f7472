import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Panel } from '../../../ui/card.tsx';
import { RadioGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField, PostButton } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { TextField } from '../../../ui/text-fields.tsx';

export interface Known {
  id: string;
  name: string;
  postcode: string | null;
  because: string;
}

interface Props {
  version: number;
  known: readonly Known[];
  /** Somebody on record with the applicant's email address. */
  person: string | null;
  advisers: readonly { id: string; name: string }[];
  /** Who reads it. */
  ownId: string | null;
  mayAccept: boolean;
  /** The address of which nobody has shown that it is the applicant's. */
  unproved: string | null;
  mayWithdraw: boolean;
  answer: FormAnswer;
}

const becauseWords: Record<string, string> = {
  'company-number': 'the same company number',
  'vat-number': 'the same VAT number',
  'name-and-postcode': 'the same name and postcode',
  'same-person': 'the applicant belongs to it',
};

/** What staff do with an application: take it up, as a new record or a known one, or withdraw it. */
export function AcceptPanel(props: Props) {
  const { version, known, person, answer } = props;
  const sure = known.find(({ because }) => because === 'company-number');
  return (
    <>
      {props.mayAccept ? (
        <Panel title="Accept as an applicant">
          <Form version={version} label="Accept">
            <HiddenField name="do" value="accept" />
            {known.length === 0 ? null : <HiddenField name="asks" value="yes" />}
            {known.length === 0 ? (
              <p className="govuk-body-s">
                No enterprise on record looks like it. A new record is made.
              </p>
            ) : (
              <RadioGroup
                name="enterprise"
                label="Is it on record already?"
                value={sure?.id ?? ''}
                options={[
                  ...known.map(({ id, name, postcode, because }) => ({
                    value: id,
                    label: postcode === null ? name : `${name}, ${postcode}`,
                    hint: `${becauseWords[because] ?? because}; only what is missing is added`,
                  })),
                  ...(sure ? [] : [{ value: 'new', label: 'No, this is another one' }]),
                ]}
                isSmall
                answer={answer}
              />
            )}
            {person === null ? null : (
              <p className="govuk-body-s">
                {person} has this email address on record and becomes a person of the enterprise.
                Anybody can type an address: check that it is them.
              </p>
            )}
            {props.advisers.length === 0 ? null : (
              <SelectField
                name="adviser"
                label="Who advises them?"
                hint="It then stands in this adviser’s Today until somebody has decided."
                value={props.advisers.some(({ id }) => id === props.ownId) ? props.ownId : ''}
                emptyLabel="Nobody yet: it stands in everybody’s Today"
                options={props.advisers.map(({ id, name }) => ({ value: id, label: name }))}
                answer={answer}
              />
            )}
            {props.unproved === null ? null : (
              <TextField
                name="addressKnown"
                label="How do you know that the address is theirs?"
                hint={`Nobody has answered the letter to ${props.unproved} yet, and anybody can type an address. Say for example that you rang them.`}
                answer={answer}
                isOptional
              />
            )}
            <p className="govuk-body-s">Whether it is eligible, and a refusal, come after this.</p>
            <Button>Accept</Button>
          </Form>
          {props.unproved === null ? null : (
            <PostButton values={{ do: 'letter' }}>Send the letter again</PostButton>
          )}
        </Panel>
      ) : null}
      {props.mayWithdraw ? (
        <Details summary="The applicant has changed their mind">
          <PostButton values={{ do: 'withdraw' }}>Withdraw the application</PostButton>
        </Details>
      ) : null}
    </>
  );
}
