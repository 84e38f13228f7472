import type { FormAnswer, FormValues } from '../../../../kernel/form-answer.ts';
import { textOf } from '../../../../kernel/form-answer.ts';
import { RadioGroup } from '../../../../ui/choice-fields.tsx';
import { Button, Form } from '../../../../ui/form.tsx';
import { type Trait, traits, traitWords } from '../trait.ts';

interface WishFormProps {
  wish: { trait: Trait; isMust: boolean } | null;
  answer: FormAnswer;
}

/** A founder's own wish, which nobody has to give reasons for. */
export function WishForm({ wish, answer }: WishFormProps) {
  return (
    <Form>
      <RadioGroup
        name="trait"
        label="The mentor should be"
        value={wish?.trait ?? 'none'}
        options={[
          { value: 'none', label: 'It does not matter' },
          ...traits.map((value) => ({ value, label: capital(traitWords[value].wish) })),
        ]}
        answer={answer}
        isSmall
      />
      <RadioGroup
        name="must"
        label="How much does it matter?"
        value={wish?.isMust ? 'must' : 'like'}
        options={[
          {
            value: 'like',
            label: 'It would be good',
            hint: 'Such mentors come first when they suit otherwise.',
          },
          { value: 'must', label: 'Only such a mentor', hint: 'It may take longer to find one.' },
        ]}
        answer={answer}
        isSmall
      />
      <Button>Save</Button>
    </Form>
  );
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What the form says, for the command. */
export function wishInput(enrolmentId: string, form: FormValues) {
  const trait = textOf(form, 'trait', 'none');
  return {
    enrolmentId,
    trait: trait === 'none' ? null : (trait as Trait),
    isMust: trait !== 'none' && textOf(form, 'must') === 'must',
  };
}
