import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { HiddenField } from '../../../../ui/form.tsx';
import { MoneyField } from '../../../../ui/text-fields.tsx';
import { Fact, type FormGround } from './fact.tsx';
import { RateFields } from './rate-fields.tsx';

interface SubsidyFieldsProps {
  ground: FormGround;
  answer: FormAnswer;
}

/** The declaration of earlier aid and the cash value of the planned support. */
export function SubsidyFields({ ground, answer }: SubsidyFieldsProps) {
  const { currency, subsidyCurrency } = ground;
  const isForeign = subsidyCurrency !== null && subsidyCurrency !== currency;
  return (
    <>
      <Fact
        name="isDeclared"
        label="The firm has declared all earlier aid to it and its group (enter it below), or that it had none"
        ground={ground}
        answer={answer}
      />
      <MoneyField
        name="proposed"
        label="Cash value of the planned support"
        hint="Mentoring counts at its full price, as if the firm had bought it."
        currency={currency}
        value={ground.values['proposed']}
        answer={answer}
      />
      {isForeign ? (
        <>
          <HiddenField name="rateFrom" value={currency} />
          <HiddenField name="rateTo" value={subsidyCurrency} />
          <RateFields
            ground={ground}
            answer={answer}
            hint={`The limit is in ${subsidyCurrency}: how many ${subsidyCurrency} for 1 ${currency}.`}
          />
        </>
      ) : null}
    </>
  );
}
