import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Checkbox, CheckboxGroup, RadioGroup } from '../../../ui/choice-fields.tsx';
import {
  DateField,
  MoneyField,
  NumberField,
  TextArea,
  TextField,
} from '../../../ui/text-fields.tsx';
import type { AskedField } from '../apply/apply-step.ts';

interface Props {
  field: AskedField;
  value: string | readonly string[] | undefined;
  answer: FormAnswer;
}

/** One question of the application as its control. */
export function ApplyField({ field, value, answer }: Props) {
  const text = typeof value === 'string' ? value : '';
  const common = {
    name: field.name,
    label: field.label,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
    value: text,
    answer,
    isOptional: field.isOptional ?? false,
  };
  const options = field.options ?? [];
  if (field.as === 'one') return <RadioGroup {...common} options={options} />;
  if (field.as === 'many') {
    const values = Array.isArray(value) ? (value as readonly string[]) : [];
    return <CheckboxGroup {...common} values={values} options={options} isSmall />;
  }
  if (field.as === 'tick') return <Checkbox {...common} isChecked={text === 'yes'} />;
  if (field.as === 'text') return <TextArea {...common} rows={4} />;
  if (field.as === 'day') return <DateField {...common} />;
  if (field.as === 'number') return <NumberField {...common} isDecimal />;
  if (field.as === 'money') return <MoneyField {...common} />;
  if (field.as === 'tel') return <TextField {...common} type="tel" autoComplete="tel" width={20} />;
  return <TextField {...common} {...completion[field.name]} />;
}

/** What a browser may fill in by itself. */
const completion: Record<string, { autoComplete?: string; width?: 10 | 20 }> = {
  position: { autoComplete: 'organization-title' },
  postcode: { autoComplete: 'postal-code', width: 10 },
  companyNumber: { width: 10 },
  vatNumber: { width: 20 },
};
