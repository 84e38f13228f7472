import { formatInstant } from '../../../kernel/calendar.ts';
import { type FormAnswer, textOf } from '../../../kernel/form-answer.ts';
import { Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { Button, ButtonRow, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { TextArea, TextField } from '../../../ui/text-fields.tsx';
import { type BaselineMeasure, baselineMeasureWords } from '../baseline.ts';
import type { CorrectionRow } from '../baseline-corrections/store.ts';
import { formatMeasure } from '../measure.ts';
import type { BaselineLine } from '../reads.ts';

interface BaselineCorrectionsProps {
  corrections: readonly (CorrectionRow & { mayAnswer: boolean })[];
  figures: readonly BaselineLine[];
  mayAsk: boolean;
  zone: string;
  answer: FormAnswer;
}

/** Corrections of a frozen baseline: what was asked and why, who answered, and the form to ask. */
export function BaselineCorrections(props: BaselineCorrectionsProps) {
  const { corrections, figures, mayAsk, zone, answer } = props;
  if (corrections.length === 0 && !mayAsk) return null;
  return (
    <Panel title="Corrections of what is frozen">
      <ul className="govuk-list app-list">
        {corrections.map((row) => {
          const currency = figures.find(({ kind }) => kind === row.kind)?.currency ?? null;
          const words = baselineMeasureWords[row.kind as BaselineMeasure] ?? row.kind;
          return (
            <li key={row.id}>
              <p className="govuk-body">
                <strong>{words}</strong>: {formatMeasure(row.kind, row.before, currency)} to{' '}
                {formatMeasure(row.kind, row.amount, currency)} <StateTag isAgreed={row.isAgreed} />
              </p>
              <p className="govuk-body app-lines">{row.reason}</p>
              <p className="govuk-body-s">
                Asked by {row.askedByName}, {formatInstant(row.askedAt, zone)}.
                {row.answeredAt
                  ? ` Answered by ${row.answeredByName ?? 'somebody'}, ${formatInstant(row.answeredAt, zone)}. `
                  : ' '}
                {row.answer ?? ''}
              </p>
              {row.mayAnswer ? <AnswerForm id={row.id} answer={answer} /> : null}
            </li>
          );
        })}
      </ul>
      {mayAsk ? <AskForm figures={figures} answer={answer} /> : null}
    </Panel>
  );
}

function StateTag({ isAgreed }: { isAgreed: boolean | null }) {
  if (isAgreed === null) return <Tag tone="warn">Waits for a second person</Tag>;
  return isAgreed ? <Tag tone="good">Agreed</Tag> : <Tag tone="bad">Refused</Tag>;
}

function AnswerForm({ id, answer }: { id: string; answer: FormAnswer }) {
  return (
    <Form label="Answer the correction">
      <HiddenField name="correctionId" value={id} />
      <TextField
        name="answer"
        label="Why you agree or refuse"
        scope={id}
        answer={textOf(answer.values, 'correctionId') === id ? answer : { values: {} }}
      />
      <ButtonRow>
        <Button name="do" value="agree">
          Agree to the correction
        </Button>
        <Button kind="warning" name="do" value="refuse">
          Refuse
        </Button>
      </ButtonRow>
    </Form>
  );
}

function AskForm({ figures, answer }: Pick<BaselineCorrectionsProps, 'figures' | 'answer'>) {
  const isTyped = textOf(answer.values, 'do') === 'ask';
  const own = isTyped ? answer : { values: {} };
  return (
    <Details summary="Correct a figure" isOpen={isTyped}>
      <Form label="Correct a figure" guardsLeaving>
        <HiddenField name="do" value="ask" />
        <p className="govuk-body">
          A second person has to agree, with a reason, before the figure changes. What is frozen now
          is kept beside it.
        </p>
        <SelectField
          name="kind"
          label="Figure that is wrong"
          emptyLabel="Choose"
          answer={own}
          options={figures.map(({ kind }) => ({ value: kind, label: baselineMeasureWords[kind] }))}
        />
        <TextField name="amount" label="The right figure" width={10} answer={own} />
        <TextArea
          name="reason"
          label="Why"
          hint="How it came to be wrong, and what shows the right one."
          answer={own}
          maxLength={2000}
        />
        <Button kind="secondary">Ask for the correction</Button>
      </Form>
    </Details>
  );
}
