import type { ReactNode } from 'react';
import { formatInstant } from '../../../kernel/calendar.ts';
import { type FormAnswer, textOf } from '../../../kernel/form-answer.ts';
import { Button, ButtonRow, Form, HiddenField } from '../../../ui/form.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { TextField } from '../../../ui/text-fields.tsx';

interface AnsweredRequestProps {
  /** What is asked for. */
  children: ReactNode;
  /** Null while it waits for the second person. */
  isAgreed: boolean | null;
  reason: string;
  askedBy: string;
  askedAt: string;
  answeredBy: string | null;
  answeredAt: string | null;
  answer: string | null;
  zone: string;
}

/** A request that a second person answers: what, why, who asked, and who answered what. */
export function AnsweredRequest(props: AnsweredRequestProps) {
  const { children, isAgreed, reason, askedBy, askedAt, answeredBy, answeredAt, zone } = props;
  return (
    <>
      <p className="govuk-body">
        {children} <StateTag isAgreed={isAgreed} />
      </p>
      <p className="govuk-body app-lines">{reason}</p>
      <p className="govuk-body-s">
        Asked by {askedBy}, {formatInstant(askedAt, zone)}.
        {answeredAt
          ? ` Answered by ${answeredBy ?? 'somebody'}, ${formatInstant(answeredAt, zone)}. `
          : ' '}
        {props.answer ?? ''}
      </p>
    </>
  );
}

function StateTag({ isAgreed }: { isAgreed: boolean | null }) {
  if (isAgreed === null) return <Tag tone="warn">Waits for a second person</Tag>;
  return isAgreed ? <Tag tone="good">Agreed</Tag> : <Tag tone="bad">Refused</Tag>;
}

interface RequestAnswerFormProps {
  label: string;
  /** Hidden field that names the request. */
  field: { name: string; value: string };
  /** Name of the two buttons, their values, and the words of the one that agrees. */
  verdict: { name: string; agree: string; refuse: string; words: string };
  answer: FormAnswer;
}

/** The second person agrees or refuses, and says why. */
export function RequestAnswerForm({ label, field, verdict, answer }: RequestAnswerFormProps) {
  const isTyped = textOf(answer.values, field.name) === field.value;
  return (
    <Form label={label}>
      <HiddenField name={field.name} value={field.value} />
      <TextField
        name="answer"
        label="Why you agree or refuse"
        scope={field.value}
        answer={isTyped ? answer : { values: {} }}
      />
      <ButtonRow>
        <Button name={verdict.name} value={verdict.agree}>
          {verdict.words}
        </Button>
        <Button kind="warning" name={verdict.name} value={verdict.refuse}>
          Refuse
        </Button>
      </ButtonRow>
    </Form>
  );
}
