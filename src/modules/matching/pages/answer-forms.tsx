import {
  type FormAnswer,
  type FormValues,
  optionalOf,
  textOf,
} from '../../../kernel/form-answer.ts';
import { Button, ButtonRow, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { DateField, TextField } from '../../../ui/text-fields.tsx';
import { type DeclineReason, declineReasons, declineWords } from '../offer.ts';

interface AnswerFormsProps {
  answer: FormAnswer;
  isForMentor: boolean;
}

/** Yes with one tap, no with two: the fold and the reason, which sends. */
export function AnswerForms({ answer, isForMentor }: AnswerFormsProps) {
  const isNo = answer.values['answer'] === 'decline';
  return (
    <>
      <Form label="Accept">
        <HiddenField name="as" value="answer" />
        <HiddenField name="answer" value="accept" />
        <Button>{isForMentor ? 'Yes, I will help' : 'Record a yes'}</Button>
      </Form>
      <Details summary={isForMentor ? 'No, not this time' : 'Record a no'} isOpen={isNo}>
        <Form label="Decline">
          <HiddenField name="as" value="answer" />
          <HiddenField name="answer" value="decline" />
          <DateField
            name="until"
            label="Too busy until"
            hint="With “No time” or “Not now”: we ask again from that day on."
            answer={answer}
            isOptional
          />
          <TextField name="note" label="Anything to add" answer={answer} isOptional />
          <fieldset className="govuk-fieldset" id="field-reason">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
              {isForMentor ? 'Say no, because' : 'Record a no, because'}
            </legend>
            <ButtonRow>
              {declineReasons.map((value) => (
                <Button key={value} kind="secondary" name="reason" value={value}>
                  {declineWords[value]}
                </Button>
              ))}
            </ButtonRow>
          </fieldset>
        </Form>
      </Details>
    </>
  );
}

/** What the forms say, for the command. */
export function answerInput(offerId: string, form: FormValues) {
  const reason = textOf(form, 'reason');
  return {
    offerId,
    answer: textOf(form, 'answer') as 'accept' | 'decline',
    reason: reason === '' ? undefined : (reason as DeclineReason),
    until: optionalOf(form, 'until'),
    note: textOf(form, 'note'),
  };
}
