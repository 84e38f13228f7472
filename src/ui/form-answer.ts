import { useActionData } from 'react-router';
import type { FormAnswer } from '../kernel/form-answer.ts';

/** What the page's action gave back, or an empty answer on the first visit. */
export function useFormAnswer(): FormAnswer {
  return (useActionData() as FormAnswer | undefined) ?? { values: {} };
}
