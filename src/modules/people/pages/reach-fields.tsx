import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Fieldset } from '../../../ui/choice-fields.tsx';
import { TextArea, TextField, TimeField } from '../../../ui/text-fields.tsx';

interface ReachFieldsProps {
  person: {
    name: string;
    phone: string | null;
    accessNeeds: string | null;
    quietFrom: string;
    quietTo: string;
  };
  /** Whether people fill it in about themselves. */
  isOwn: boolean;
  answer: FormAnswer;
}

/** Name and how to reach somebody. */
export function ReachFields({ person, isOwn, answer }: ReachFieldsProps) {
  return (
    <>
      <TextField
        name="name"
        label="Name"
        value={person.name}
        autoComplete={isOwn ? 'name' : 'off'}
        width={30}
        answer={answer}
      />
      <TextField
        name="phone"
        label="Telephone"
        type="tel"
        value={person.phone}
        autoComplete={isOwn ? 'tel' : 'off'}
        width={20}
        isOptional
        answer={answer}
      />
      <TextArea
        name="accessNeeds"
        label="Access needs"
        hint={`What helps ${isOwn ? 'you' : 'this person'} to take part, such as step-free rooms or large print. Only staff see it.`}
        value={person.accessNeeds}
        maxLength={2000}
        isOptional
        answer={answer}
      />
      <Fieldset
        legend="Quiet hours"
        hint="Letters that are not urgent wait until these hours are over, also at weekends."
      >
        <TimeField name="quietFrom" label="From" value={person.quietFrom} answer={answer} />
        <TimeField name="quietTo" label="To" value={person.quietTo} answer={answer} />
      </Fieldset>
    </>
  );
}
