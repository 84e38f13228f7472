import { type FormAnswer, textOf } from '../../../kernel/form-answer.ts';
import { Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { TextArea, TextField } from '../../../ui/text-fields.tsx';
import { type BaselineMeasure, baselineMeasureWords } from '../baseline.ts';
import type { CorrectionRow } from '../baseline-corrections/store.ts';
import { formatMeasure } from '../measure.ts';
import type { BaselineLine } from '../reads.ts';
import { AnsweredRequest, RequestAnswerForm } from './answered-request.tsx';

interface BaselineCorrectionsProps {
  corrections: readonly (CorrectionRow & { mayAnswer: boolean })[];
  figures: readonly BaselineLine[];
  mayAsk: boolean;
  zone: string;
  answer: FormAnswer;
}

const verdict = {
  ...{ name: 'do', agree: 'agree', refuse: 'refuse' },
  words: 'Agree to the correction',
};

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
              <AnsweredRequest
                isAgreed={row.isAgreed}
                reason={row.reason}
                askedBy={row.askedByName}
                askedAt={row.askedAt}
                answeredBy={row.answeredByName}
                answeredAt={row.answeredAt}
                answer={row.answer}
                zone={zone}
              >
                <strong>{words}</strong>: {formatMeasure(row.kind, row.before, currency)} to{' '}
                {formatMeasure(row.kind, row.amount, currency)}
              </AnsweredRequest>
              {row.mayAnswer ? (
                <RequestAnswerForm
                  label="Answer the correction"
                  field={{ name: 'correctionId', value: row.id }}
                  verdict={verdict}
                  answer={answer}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {mayAsk ? <AskForm figures={figures} answer={answer} /> : null}
    </Panel>
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
