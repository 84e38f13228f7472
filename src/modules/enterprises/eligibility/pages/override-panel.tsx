import { formatInstant } from '../../../../kernel/calendar.ts';
import { type FormAnswer, textOf } from '../../../../kernel/form-answer.ts';
import { Panel } from '../../../../ui/card.tsx';
import { Button, ButtonRow, Form, HiddenField } from '../../../../ui/form.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import { TextField } from '../../../../ui/text-fields.tsx';
import type { OverrideRow } from '../reads.ts';
import { eligibilityTestWords } from '../test-result.ts';

interface OverridePanelProps {
  overrides: readonly (OverrideRow & { mayAnswer: boolean })[];
  zone: string;
  answer: FormAnswer;
}

/** Requests to set a test aside, and the answer of the second person. */
export function OverridePanel({ overrides, zone, answer }: OverridePanelProps) {
  return (
    <Panel title="Requests to set a test aside">
      <ul className="govuk-list app-list">
        {overrides.map((row) => (
          <li key={row.id}>
            <p className="govuk-body">
              <strong>{eligibilityTestWords[row.test] ?? row.test}</strong> <AnswerTag row={row} />
            </p>
            <p className="govuk-body app-lines">{row.reason}</p>
            <p className="govuk-body-s">
              Asked by {row.requestedByName}, {formatInstant(row.requestedAt, zone)}.
              {row.answeredAt
                ? ` Answered by ${row.answeredByName ?? 'somebody'}, ${formatInstant(row.answeredAt, zone)}. `
                : ' '}
              {row.answer ?? ''}
            </p>
            {row.mayAnswer ? <AnswerForm id={row.id} answer={answer} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function AnswerTag({ row }: { row: OverrideRow }) {
  if (row.isRefused) return <Tag tone="bad">Refused</Tag>;
  return row.approvedBy === null ? <Tag tone="warn">Waiting</Tag> : <Tag tone="good">Agreed</Tag>;
}

function AnswerForm({ id, answer }: { id: string; answer: FormAnswer }) {
  return (
    <Form label="Answer the request">
      <HiddenField name="overrideId" value={id} />
      <TextField
        name="answer"
        label="Why you agree or refuse"
        scope={id}
        answer={textOf(answer.values, 'overrideId') === id ? answer : { values: {} }}
      />
      <ButtonRow>
        <Button name="verdict" value="approve">
          Agree to set it aside
        </Button>
        <Button kind="warning" name="verdict" value="refuse">
          Refuse
        </Button>
      </ButtonRow>
    </Form>
  );
}
