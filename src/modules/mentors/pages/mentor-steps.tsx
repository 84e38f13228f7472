import type { FormAnswer } from '../../../kernel/form-answer.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { Button, Form, HiddenField, PostButton } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { DateField } from '../../../ui/text-fields.tsx';
import type { MentorRow } from '../reads.ts';

interface MentorStepsProps {
  paths: ReturnType<typeof programmePaths>;
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
      <ul className="govuk-list">
        {props.mayPause && mentor.state === 'live' ? (
          <li>
            <a href={props.paths.pauseMentor(mentor.id)}>Pause new matches</a>
          </li>
        ) : null}
        {props.mayRetire ? (
          <li>
            <a href={props.paths.retireMentor(mentor.id)}>Leave the panel</a>
          </li>
        ) : null}
      </ul>
    </>
  );
}
