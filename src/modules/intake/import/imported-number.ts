import { fail, ok, type Result } from '../../../kernel/result.ts';

export interface ImportedNumber {
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
const sizes: Record<string, number> = {
  ...{ k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, mio: 1e6, million: 1e6 },
  ...{ b: 1e9, bn: 1e9, billion: 1e9 },
};

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
export function parseImportedNumber(
  text: string,
  sign: DecimalSign,
): Result<ImportedNumber, NumberFault> {
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
  const factor = sized ? (sizes[(sized[2] ?? '').toLowerCase()] ?? 1) : 1;
  const read = readDigits(sized?.[1] ?? plain, sized ? decimalOfSized(sized[1] ?? '', sign) : sign);
  if (!read.ok) return read;
  const value = read.value.value * factor * (isNegative ? -1 : 1);
  if (!Number.isFinite(value)) return notANumber();
  const isApproximate = read.value.isApproximate || rounded !== null || factor !== 1;
  return ok({ value: value === 0 ? 0 : value, isApproximate, currency });
}

/** Nobody writes millions with thousands in front: `1.234m` has decimals whatever the column says. */
function decimalOfSized(digits: string, sign: DecimalSign): DecimalSign {
  return sign ?? (digits.includes(',') && !digits.includes('.') ? 'comma' : 'point');
}

type Digits = Pick<ImportedNumber, 'value' | 'isApproximate'>;

function readDigits(text: string, sign: DecimalSign): Result<Digits, NumberFault> {
  const power = /^(\d+)(?:[.,](\d+))?E([+-]?\d{1,3})$/i.exec(text);
  if (power) {
    const [, whole = '', decimals = '', exponent = '0'] = power;
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
  const value = Number(`${whole.replace(/[.,]/g, '') || '0'}.${decimals || '0'}`);
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
