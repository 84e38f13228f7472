import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { Checkbox } from '../../../../ui/choice-fields.tsx';
import type { EligibilityTest } from '../test-result.ts';

/** What the form of a test needs besides what was entered before. */
export interface FormGround {
  test: EligibilityTest;
  /** Facts as stored, loosely: every form reads its own names. */
  values: Readonly<Record<string, string>>;
  evidence: string;
  area: readonly { code: string; name: string }[];
  sectors: readonly { key: string; label: string }[];
  currency: string;
  rulesCurrency: string;
  subsidyCurrency: string | null;
  sicCodes: readonly string[];
  /** Where the codes and other facts of the record are changed. */
  editHref: string;
}

/** One more yes-or-nothing fact. */
export function Fact(props: {
  name: string;
  label: string;
  ground: FormGround;
  answer: FormAnswer;
}) {
  return (
    <Checkbox
      name={props.name}
      label={props.label}
      isChecked={props.ground.values[props.name] === 'yes'}
      answer={props.answer}
    />
  );
}
