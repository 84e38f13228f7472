import { type FormValues, numberOf } from '../kernel/form-answer.ts';

/**
 * Minutes from the two boxes of a `DurationField`: `undefined` when both are empty, `NaN` when one is
 * no whole number, negative, or the minutes pass 59.
 */
export function durationOf(values: FormValues | undefined, name: string): number | undefined {
  const hours = numberOf(values, `${name}Hours`);
  const minutes = numberOf(values, `${name}Minutes`);
  if (hours === undefined && minutes === undefined) return undefined;
  const [whole, rest] = [hours ?? 0, minutes ?? 0];
  const isSound =
    Number.isInteger(whole) && Number.isInteger(rest) && whole >= 0 && rest >= 0 && rest < 60;
  return isSound ? whole * 60 + rest : Number.NaN;
}
