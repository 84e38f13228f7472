import type { FormAnswer } from '../kernel/form-answer.ts';
import { Panel } from './card.tsx';
import { TypedWords } from './typed-words.tsx';

interface NotTakenProps {
  answer: FormAnswer;
  /** The page takes no answer any more; while it does, the form itself keeps what was typed. */
  isClosed: boolean;
  /** The fields in which somebody writes in their own words. */
  fields: readonly string[];
}

/** After an answer that came too late: that it was not taken in, what was written, and what to do with it. */
export function NotTaken({ answer, isClosed, fields }: NotTakenProps) {
  if (!answer.problem || !isClosed) return null;
  const written = Object.fromEntries(
    fields.flatMap((name) => {
      const value = answer.values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return (
    <Panel title="What you sent was not taken in">
      <p className="govuk-body">
        What holds stands on this page. If it should be otherwise, ring or write to the person named
        below.
      </p>
      <TypedWords values={written} />
    </Panel>
  );
}
