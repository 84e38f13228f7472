import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Button, Form, HiddenField, PostButton } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { DateField, TextField } from '../../../ui/text-fields.tsx';
import type { MentorRow } from '../reads.ts';

interface MentorStepsProps {
  mentor: MentorRow;
  today: string;
  answer: FormAnswer;
  mayEdit: boolean;
  mayAdmit: boolean;
  mayPause: boolean;
  mayRetire: boolean;
}

/** Induction, code, pause and leaving: each a small form that opens when wanted. */
export function MentorSteps(props: MentorStepsProps) {
  const { mentor, today, answer } = props;
  if (mentor.state === 'left') return null;
  const isOpen = (name: string) => answer.values['do'] === name;
  return (
    <>
      {props.mayAdmit && mentor.inductedOn === null ? (
        <Details summary="Record the induction" isOpen={isOpen('induct')}>
          <Form>
            <HiddenField name="do" value="induct" />
            <DateField
              name="inductedOn"
              label="Day of the induction"
              value={today}
              max={today}
              answer={answer}
            />
            <Button>Record</Button>
          </Form>
        </Details>
      ) : null}
      {props.mayEdit && mentor.codeSignedOn === null ? (
        <Details summary="Record the signed code" isOpen={isOpen('sign')}>
          <Form>
            <HiddenField name="do" value="sign" />
            <DateField
              name="signedOn"
              label="Signed on"
              value={today}
              max={today}
              answer={answer}
            />
            <Button>Record</Button>
          </Form>
        </Details>
      ) : null}
      {props.mayPause && mentor.state === 'paused' ? (
        <PostButton values={{ do: 'resume' }} kind="primary">
          End the pause
        </PostButton>
      ) : null}
      {props.mayPause && mentor.state === 'live' ? (
        <Details summary="Pause new matches" isOpen={isOpen('pause')}>
          <Form>
            <HiddenField name="do" value="pause" />
            <TextField
              name="reason"
              label="Why"
              scope="pause"
              answer={answer}
              hint="Illness and holidays need no more than one word."
            />
            <DateField name="until" label="Back on" answer={answer} isOptional />
            <Button kind="secondary">Pause</Button>
          </Form>
        </Details>
      ) : null}
      {props.mayRetire ? (
        <Details summary="Leave the panel" isOpen={isOpen('retire')}>
          <Form>
            <HiddenField name="do" value="retire" />
            <p className="govuk-body">
              Matches must be ended with a handover first. Sessions and feedback are kept.
            </p>
            <TextField name="reason" label="Why" scope="retire" answer={answer} />
            <Button kind="warning">Leave</Button>
          </Form>
        </Details>
      ) : null}
    </>
  );
}
