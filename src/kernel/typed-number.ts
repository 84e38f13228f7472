import { fail, ok, type Result } from './result.ts';

export interface TypedNumber {
  value: number;
  /** True when digits are lost (`2,41392E+11`) or the text itself is rounded (`£2.3m`, `about 40`). */
  isApproximate: boolean;
  /** ISO code when the cell names a currency. */
  currency: string | null;
}

export type NumberFault = 'not-a-number' | 'range' | 'ambiguous';

/** Which sign is before the decimals; null when the column does not show. */
export type DecimalSign = 'point' | 'comma' | null;

const currencies: readonly [RegExp, string][] = [
  [/£|\bGBP\b/i, 'GBP'],
  [/€|\bEUR\b/i, 'EUR'],
  [/\$|\bUSD\b/i, 'USD'],
];
/** As powers of ten, so that `4.35m` is read in one go and not multiplied into 4350000.0000000005. */
const sizes: Record<string, number> = {
  ...{ k: 3, thousand: 3, m: 6, mn: 6, mio: 6, million: 6 },
  ...{ b: 9, bn: 9, billion: 9 },
};

/** Nobody's figure is longer; what is goes back before any pattern looks at it. */
const longest = 60;

/** The decimal sign that a column's values prove; null when none or both are seen. */
export function decimalSignOf(samples: readonly string[]): DecimalSign {
  const comma = samples.some((text) =>
    /\d,(\d{1,2}|\d+E[+-]?\d+)\s*$|\d\.\d{3},|^0,\d/i.test(text),
  );
  const point = samples.some((text) =>
    /\d\.(\d{1,2}|\d+E[+-]?\d+)\s*$|\d,\d{3}\.|^0\.\d/i.test(text),
  );
  return comma === point ? null : comma ? 'comma' : 'point';
}

/**
 * A number as Excel and people write it: `1,234.50`, `1.234,50`, `12 345`, `£1,200`, `(300)`, `2,41392E+11`,
 * `2.3m`. Without a known decimal sign `1,234` is read the British way and `1.234` is ambiguous.
 */
export function parseNumber(text: string, sign: DecimalSign): Result<TypedNumber, NumberFault> {
  if (text.length > longest) return notANumber();
  const currency = currencies.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  let plain = text
    .replace(/[£€$]|\b(GBP|EUR|USD)\b/gi, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  const rounded = /^(c\.|ca\.?|circa|approx\.?|approximately|about|around|~)\s*/i.exec(plain);
  if (rounded) plain = plain.slice(rounded[0].length);
  if (/^[<>≤≥]|\d\s*\+$|\d\s*(-|–|to)\s*\d|^(over|under|up to|less|more)\b/i.test(plain)) {
    return fail('range', 'This is a range. Write one number.');
  }
  const isNegative = /^\(.*\)$/.test(plain) || /^[-−]/.test(plain);
  plain = plain.replace(/^\((.*)\)$/, '$1').replace(/^[-−+]\s*/, '');
  const sized = /^(.*\d)\s?(k|m|mn|mio|b|bn|thousand|million|billion)\.?$/i.exec(plain);
  const power = sized ? (sizes[(sized[2] ?? '').toLowerCase()] ?? 0) : 0;
  const asked = sized ? decimalOfSized(sized[1] ?? '', sign) : sign;
  const read = readDigits(sized?.[1] ?? plain, asked, power);
  if (!read.ok) return read;
  const value = read.value.value * (isNegative ? -1 : 1);
  if (!Number.isFinite(value)) return notANumber();
  const isApproximate = read.value.isApproximate || rounded !== null || power !== 0;
  return ok({ value: value === 0 ? 0 : value, isApproximate, currency });
}

/** Nobody writes millions with thousands in front: `1.234m` has decimals whatever the column says. */
function decimalOfSized(digits: string, sign: DecimalSign): DecimalSign {
  return sign ?? (digits.includes(',') && !digits.includes('.') ? 'comma' : 'point');
}

/** A number of a form without a currency; a sign of per cent may follow. Null when it is none. */
export function typedNumber(text: string): number | null {
  const parsed = parseNumber(text.trim().replace(/\s*%$/, ''), 'point');
  return parsed.ok && parsed.value.currency === null && !hasExponent(text)
    ? parsed.value.value
    : null;
}

/** Only spreadsheets shorten numbers to `2.4E+11`; nobody types one into a form on purpose. */
export function hasExponent(text: string): boolean {
  return /\dE[+-]?\d/i.test(text);
}

type Digits = Pick<TypedNumber, 'value' | 'isApproximate'>;

function readDigits(text: string, sign: DecimalSign, power: number): Result<Digits, NumberFault> {
  const scientific = /^(\d+)(?:[.,](\d+))?E([+-]?\d{1,3})$/i.exec(text);
  if (scientific) {
    const [, whole = '', decimals = '', exponent = '0'] = scientific;
    const value = Number(`${whole}.${decimals || '0'}e${exponent}`);
    return ok({ value, isApproximate: Number(exponent) > decimals.length });
  }
  const compact = text.replace(/(?<=\d)[ '’](?=\d{3}(?!\d))/g, '');
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(compact)) return notANumber();
  const point = pointOf(compact, sign);
  if (!point.ok) return point;
  const at = point.value;
  const whole = at === -1 ? compact : compact.slice(0, at);
  const decimals = at === -1 ? '' : compact.slice(at + 1);
  if (!/^\d*$|^\d{1,3}(([.,])\d{3})(\2\d{3})*$/.test(whole) || /[.,]/.test(decimals)) {
    return notANumber();
  }
  const value = Number(`${whole.replace(/[.,]/g, '') || '0'}.${decimals || '0'}e${power}`);
  return ok({ value, isApproximate: whole.replace(/\D/g, '').length > 15 });
}

/** Index of the decimal sign in digits with points and commas; -1 when there are no decimals. */
function pointOf(text: string, sign: DecimalSign): Result<number, NumberFault> {
  const marks = [...text.matchAll(/[.,]/g)];
  const last = marks.at(-1);
  if (!last) return ok(-1);
  const alike = marks.every((mark) => mark[0] === last[0]);
  if (!alike) return ok(last.index);
  if (marks.length > 1) return ok(-1);
  const behind = text.length - last.index - 1;
  if (behind !== 3 || last.index === 0 || last.index > 3 || text.startsWith('0'))
    return ok(last.index);
  if (sign === null) {
    return last[0] === ','
      ? ok(-1)
      : fail('ambiguous', `${text} may be ${text.replace('.', '')}. Write it without the point.`);
  }
  return ok((sign === 'point') === (last[0] === '.') ? last.index : -1);
}

function notANumber(): { ok: false; reason: 'not-a-number'; message: string } {
  return fail('not-a-number', 'This is not a number. Write figures only, for example 1200.');
}
