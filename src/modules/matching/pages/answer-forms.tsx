import {
  type FormAnswer,
  type FormValues,
  optionalOf,
  textOf,
} from '../../../kernel/form-answer.ts';
import { ChipGroup } from '../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { DateField, TextField } from '../../../ui/text-fields.tsx';
import { type DeclineReason, declineReasons, declineWords } from '../offer.ts';

interface AnswerFormsProps {
  answer: FormAnswer;
  isForMentor: boolean;
}

/** Yes with one tap, no with two: the reason and the button. */
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
          <ChipGroup
            name="reason"
            label="Why?"
            options={declineReasons.map((value) => ({ value, label: declineWords[value] }))}
            answer={answer}
            isSingle
          />
          <DateField
            name="until"
            label="Too busy until"
            hint="With “No time” or “Not now”: we ask again from that day on."
            answer={answer}
            isOptional
          />
          <TextField name="note" label="Anything to add" answer={answer} isOptional />
          <Button kind="secondary">{isForMentor ? 'Say no' : 'Record'}</Button>
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
