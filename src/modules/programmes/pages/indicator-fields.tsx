import { textOf, type FormAnswer } from '../../../kernel/form-answer.ts';
import { Checkbox, CheckboxGroup, Fieldset, SelectField } from '../../../ui/choice-fields.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { MoneyField, NumberField, TextArea, TextField } from '../../../ui/text-fields.tsx';
import {
  type IndicatorDefinition,
  indicatorSchema,
  minuteTypes,
  minuteTypeWords,
  unitWords,
} from '../indicator.ts';

interface IndicatorFieldsProps {
  at: number;
  /** Null for a block in which another can be added. */
  indicator: IndicatorDefinition | null;
  currency: string;
  answer: FormAnswer;
}

/** One indicator, folded away until it is opened, was filled in or does not fit. */
export function IndicatorFields({ at, indicator, currency, answer }: IndicatorFieldsProps) {
  const name = (field: string) => `indicators.${at}.${field}`;
  const hasError = Object.keys(answer.errors ?? {}).some((key) =>
    key.startsWith(`indicators.${at}.`),
  );
  const isTyped = indicator === null && textOf(answer.values, name('code')) !== '';
  const summary = indicator ? `${indicator.code} ${indicator.label}` : 'Add another indicator';
  const money = indicator?.threshold?.moneyMinor ?? null;
  const minutes = indicator?.threshold?.minutes ?? null;
  return (
    <Details summary={summary} isOpen={hasError || isTyped}>
      <Fieldset id={`indicator-${at}`} legend={summary} hidesLegend>
        <TextField
          name={name('code')}
          label="Code"
          hint="As the agreement calls it, such as C1."
          value={indicator?.code}
          width={10}
          answer={answer}
        />
        <TextField name={name('label')} label="Name" value={indicator?.label} answer={answer} />
        <SelectField
          name={name('unit')}
          label="Counted in"
          value={indicator?.unit ?? 'enterprises'}
          options={indicatorSchema.shape.unit.options.map((unit) => ({
            value: unit,
            label: unitWords[unit],
          }))}
          answer={answer}
        />
        <SelectField
          name={name('kind')}
          label="Kind"
          value={indicator?.kind ?? 'output'}
          options={indicatorSchema.shape.kind.options.map((kind) => ({ value: kind, label: kind }))}
          answer={answer}
        />
        <NumberField
          name={name('threshold.minutes')}
          label="Hours of support to reach"
          hint="Either the hours or the amount is enough. Leave both empty when neither counts for it."
          suffix="hours"
          width={4}
          isDecimal
          value={minutes === null ? '' : minutes / 60}
          answer={answer}
          isOptional
        />
        <MoneyField
          name={name('threshold.moneyMinor')}
          label="Amount to reach"
          currency={currency}
          value={money === null ? '' : money / 100}
          answer={answer}
          isOptional
        />
        <TextField
          name={name('subsetOf')}
          label="A part of"
          hint="The code of the indicator whose units these are, too."
          value={indicator?.subsetOf ?? ''}
          width={10}
          answer={answer}
          isOptional
        />
        <TextField
          name={name('excludes')}
          label="Not beside"
          hint="Codes: whoever is counted there is not counted here."
          value={indicator?.excludes.join(', ') ?? ''}
          width={20}
          answer={answer}
          isOptional
        />
        <Checkbox
          name={name('onlyNewEnterprises')}
          label="Counts new enterprises only"
          isChecked={indicator?.onlyNewEnterprises ?? false}
          answer={answer}
        />
        <CheckboxGroup
          name={name('countedMinutes')}
          label="Time that counts for this one alone"
          hint="Tick nothing where it is as for the others."
          values={indicator?.countedMinutes ?? []}
          options={minuteTypes.map((type) => ({ value: type, label: minuteTypeWords[type] }))}
          answer={answer}
          isSmall
        />
        <TextArea
          name={name('evidence')}
          label="Evidence asked for"
          hint="One on each line."
          rows={4}
          value={indicator?.evidence.map(({ label }) => label).join('\n') ?? ''}
          answer={answer}
          isOptional
        />
        {indicator ? (
          <Checkbox
            name={name('remove')}
            label={`Take ${indicator.code} out of the new version`}
            answer={answer}
          />
        ) : null}
      </Fieldset>
    </Details>
  );
}
