import { createContext } from 'react';
import type { FormValues } from '../../kernel/form-answer.ts';

/** A form that was posted and could not be taken, as its answer gives it back. */
export interface SentForm {
  readonly path: string;
  readonly values: FormValues;
  /** Passwords, codes and files are not given back, so the form cannot be sent again from here. */
  readonly isWhole: boolean;
}

/** Null for every answer but the refusal of a form. */
export const SentFormContext = createContext<SentForm | null>(null);
