import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { DateField, NumberField } from '../../../../ui/text-fields.tsx';
import type { FormGround } from './fact.tsx';

interface RateFieldsProps {
  ground: FormGround;
  answer: FormAnswer;
  hint: string;
}

/** A dated exchange rate, kept with the assessment. */
export function RateFields({ ground, answer, hint }: RateFieldsProps) {
  return (
    <div className="app-row">
      <NumberField
        name="rate"
        label="Exchange rate"
        hint={hint}
        isDecimal
        value={ground.values['rate']}
        answer={answer}
      />
      <DateField
        name="rateOn"
        label="Day of the rate"
        hint="The European Commission publishes one each month; the one used last here is offered."
        value={ground.values['rateOn']}
        answer={answer}
      />
    </div>
  );
}
