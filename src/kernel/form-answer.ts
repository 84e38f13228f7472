import { typedNumber } from './typed-number.ts';
import type { See, Shown } from './errors.ts';

/** A form's fields as typed: a text, or a list where a name came more than once. */
export type FormValues = Record<string, string | string[]>;

/** What an action gives back when the form has to be shown again. */
export interface FormAnswer {
  /** A message per field. */
  errors?: Record<string, string>;
  /** A message for the whole page: the state does not allow it, or somebody else changed the record. */
  problem?: string;
  /** What is stored now, when somebody else changed it: fields that the command names. */
  theirs?: Shown | null;
  /** Where what stands in the way can be seen. */
  see?: See | undefined;
  values: FormValues;
}

/** One text of a form; a missing field is empty, of several the first is taken. */
export function textOf(values: FormValues | undefined, name: string, otherwise = ''): string {
  const value = values?.[name];
  if (value === undefined) return otherwise;
  return Array.isArray(value) ? (value[0] ?? '') : value;
}

/** All texts under a name. */
export function listOf(values: FormValues | undefined, name: string): string[] {
  const value = values?.[name];
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? value.filter((item) => item !== '') : [value];
}

/** Undefined for an empty field, otherwise the text. */
export function optionalOf(values: FormValues | undefined, name: string): string | undefined {
  const text = textOf(values, name);
  return text === '' ? undefined : text;
}

/**
 * A whole or decimal number as typed, `undefined` when empty, `NaN` when it is none. `4,5` is four and a half,
 * and only groups of three such as `1,200` are thousands.
 */
export function numberOf(values: FormValues | undefined, name: string): number | undefined {
  const text = textOf(values, name).trim();
  return text === '' ? undefined : (typedNumber(text) ?? Number.NaN);
}
