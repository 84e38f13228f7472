import { type CalendarDate, formatDate } from '../../../kernel/calendar.ts';
import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField, PostButton } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { DateField, NumberField, TextArea, TextField } from '../../../ui/text-fields.tsx';

interface RecordedOutput {
  id: string;
  indicator: string;
  label: string;
  /** How much, with its unit. */
  shown: string;
  achievedOn: CalendarDate;
  state: string;
  statement: string;
  recordedById: string | null;
  recordedBy: string | null;
  verifiedBy: string | null;
}

interface RecordedOutputsProps {
  outputs: readonly RecordedOutput[];
  indicators: readonly { value: string; label: string }[];
  isEligible: boolean;
  today: CalendarDate;
  personId: string | null;
  may: { record: boolean; verify: boolean; withdraw: boolean };
  hoursHref: string;
  answer: FormAnswer;
}

const states: Record<string, { words: string; tone: Tone }> = {
  recorded: { words: 'waits for a second person', tone: 'warn' },
  verified: { words: 'verified', tone: 'good' },
  withdrawn: { words: 'taken out', tone: 'neutral' },
};

/** Outputs that are not counted from hours: recorded by one person, verified by another. */
export function RecordedOutputs(props: RecordedOutputsProps) {
  const { outputs, answer, may } = props;
  return (
    <Panel title="Outputs" actions={<a href={props.hoursHref}>Outputs counted from hours</a>}>
      {outputs.length === 0 ? (
        <EmptyState title="None recorded">
          {props.isEligible
            ? 'Jobs, new products, investment: what is not counted from hours is recorded here, once, with what proves it.'
            : 'Eligibility is not proved yet, so nothing can be recorded.'}
        </EmptyState>
      ) : null}
      {outputs.map((output) => (
        <div key={output.id} className="app-entry">
          <p className="govuk-body">
            <strong>
              {output.indicator} {output.label}: {output.shown}
            </strong>{' '}
            since {formatDate(output.achievedOn)}{' '}
            <Tag tone={states[output.state]?.tone ?? 'neutral'}>
              {states[output.state]?.words ?? output.state}
            </Tag>
            <br />
            <span className="app-quiet">
              {output.statement} Recorded by {output.recordedBy ?? 'Espalier'}
              {output.verifiedBy ? `, verified by ${output.verifiedBy}` : ''}.
            </span>
          </p>
          {may.verify && output.state === 'recorded' && output.recordedById !== props.personId ? (
            <PostButton kind="primary" values={{ do: 'verify', outputId: output.id }}>
              Verify
            </PostButton>
          ) : null}
          {may.withdraw && output.state !== 'withdrawn' ? (
            <Details summary="Take it out">
              <Form label={`Take ${output.indicator} out`}>
                <HiddenField name="do" value="withdraw" />
                <HiddenField name="outputId" value={output.id} />
                <TextField name="reason" label="Why?" scope={output.id} answer={answer} />
                <Button kind="warning">Take it out</Button>
              </Form>
            </Details>
          ) : null}
        </div>
      ))}
      {may.record && props.isEligible && props.indicators.length > 0 ? (
        <RecordForm {...props} />
      ) : null}
    </Panel>
  );
}

function RecordForm({ indicators, today, answer }: RecordedOutputsProps) {
  return (
    <Details
      summary="Record an output"
      isOpen={answer.errors !== undefined && answer.values['do'] === 'record'}
    >
      <Form label="Record an output">
        <HiddenField name="do" value="record" />
        <SelectField
          name="indicator"
          label="Indicator"
          emptyLabel="Choose"
          options={indicators}
          answer={answer}
        />
        <NumberField
          name="value"
          label="How much"
          hint="1 for an enterprise; posts in full-time equivalents; money in whole units."
          isDecimal
          value={1}
          answer={answer}
        />
        <DateField name="achievedOn" label="Since" max={today} answer={answer} />
        <TextArea name="statement" label="What proves it" answer={answer} isOptional />
        <Button>Record</Button>
      </Form>
    </Details>
  );
}
