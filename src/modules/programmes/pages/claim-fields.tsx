import { RadioGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { NumberField } from '../../../ui/text-fields.tsx';
import { claimableWords, monthDayWords, vatWords } from '../rule-set-words.ts';
import { optionsOf, type RuleSetFieldsProps } from './rule-set-fields.tsx';

const everyWords = { quarter: 'Every quarter', 'half-year': 'Every half-year', year: 'Every year' };
const monthStarts = Array.from({ length: 12 }, (_, at) => `${String(at + 1).padStart(2, '0')}-01`);

/** How the money is claimed. */
export function ClaimFields({ ruleSet, answer }: RuleSetFieldsProps) {
  const { claims, costs } = ruleSet;
  const starts = [...new Set([...monthStarts, '04-06', claims.yearStart])].toSorted((a, b) =>
    a.localeCompare(b),
  );
  return (
    <>
      <RadioGroup
        name="claims.every"
        label="How often is it claimed?"
        value={claims.every}
        options={optionsOf(everyWords)}
        answer={answer}
        isSmall
      />
      <SelectField
        name="claims.yearStart"
        label="The year of claims begins on"
        value={claims.yearStart}
        options={starts.map((day) => ({ value: day, label: monthDayWords(day) }))}
        answer={answer}
      />
      <NumberField
        name="costs.indirectBasisPoints"
        label="Indirect costs"
        hint="Of direct staff costs. Leave empty when they are not allowed."
        suffix="%"
        width={4}
        isDecimal
        value={costs.indirectBasisPoints === null ? '' : costs.indirectBasisPoints / 100}
        answer={answer}
        isOptional
      />
      <NumberField
        name="costs.annualHours"
        label="Hours of a year, for an hourly rate"
        width={4}
        value={costs.annualHours ?? ''}
        answer={answer}
        isOptional
      />
      <RadioGroup
        name="costs.claimableWhen"
        label="When can a cost be claimed?"
        value={costs.claimableWhen}
        options={optionsOf(claimableWords)}
        answer={answer}
        isSmall
      />
      <RadioGroup
        name="costs.vat"
        label="Can VAT be claimed?"
        value={costs.vat}
        options={optionsOf(vatWords)}
        answer={answer}
        isSmall
      />
    </>
  );
}
