import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { ChipGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { NumberField, TextArea, TextField } from '../../../ui/text-fields.tsx';
import { areaKeys, areas } from '../areas.ts';
import { priorityWords, seenByWords } from '../need-form.ts';

interface NeedFieldsProps {
  answer: FormAnswer;
  /** Ends the names, to tell several needs of a page apart. */
  at?: string;
  area?: string;
  detail?: string;
  topics?: readonly string[];
  seenBy?: string;
  priority?: number;
  minutesPerMonth?: number;
  /** Offers "none of these" as the first area. */
  emptyLabel?: string;
}

/** What describes a need. */
export function NeedFields(props: NeedFieldsProps) {
  const { answer, at = '' } = props;
  return (
    <>
      <SelectField
        name={`area${at}`}
        label="Area"
        value={props.area}
        emptyLabel={props.emptyLabel ?? 'Choose an area'}
        options={areaKeys.map((area) => ({ value: area, label: areas[area].label }))}
        answer={answer}
      />
      <TextArea
        name={`detail${at}`}
        label="What is needed"
        hint="In a sentence that a mentor understands."
        value={props.detail}
        answer={answer}
        rows={2}
      />
      <TextField
        name={`topics${at}`}
        label="Topics"
        hint="Several with commas, for example pricing, cash flow."
        value={props.topics?.join(', ')}
        answer={answer}
        isOptional
      />
      <ChipGroup
        name={`priority${at}`}
        label="How pressing"
        isSingle
        values={[String(props.priority ?? 2)]}
        options={Object.entries(priorityWords).map(([value, label]) => ({ value, label }))}
        answer={answer}
      />
      <div className="app-line">
        <NumberField
          name={`hours${at}`}
          label="Mentor’s time"
          suffix="hours a month"
          width={3}
          isDecimal
          value={(props.minutesPerMonth ?? 120) / 60}
          answer={answer}
        />
        <SelectField
          name={`seenBy${at}`}
          label="Raised by"
          value={props.seenBy ?? 'adviser'}
          options={Object.entries(seenByWords).map(([value, label]) => ({ value, label }))}
          answer={answer}
        />
      </div>
    </>
  );
}
