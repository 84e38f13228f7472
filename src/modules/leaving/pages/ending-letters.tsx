import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { TextArea } from '../../../ui/text-fields.tsx';
import { type LetterDraft, letterField } from '../hanging.ts';

interface EndingLettersProps {
  letters: readonly LetterDraft[];
  answer: FormAnswer;
}

/** Letters that go out with an ending, each to be worded anew. */
export function EndingLetters({ letters, answer }: EndingLettersProps) {
  return letters.map(({ key, to, text }) => (
    <TextArea
      key={key}
      name={letterField(key)}
      label={`To ${to}`}
      rows={4}
      value={text}
      answer={answer}
      maxLength={4000}
    />
  ));
}
