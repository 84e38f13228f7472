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
  ...{ k: 3, tsd: 3, thousand: 3, m: 6, mn: 6, mio: 6, mil: 6, mill: 6, million: 6 },
  ...{ b: 9, bn: 9, mrd: 9, billion: 9 },
};
/** Words that leave a number what it is: whose it is, of what year, what is counted. */
const unitWords =
  /\s*\b(ftes?|employees?|people|staff|persons?|p\.? ?a\.?|per (year|annum)|a year)\.?$/i;
const roundedBefore =
  /^(c\.?(?= ?\d)|ca\.?|circa|approx\.?|approximately|about|around|roughly|est\.?|estimated( at)?|[~≈])\s*/i;
const roundedBehind = /\s*\(?\b(est(imate|imated)?|approx(imate|imately)?)\.?\)?$/i;

/** Nobody's figure is longer; what is goes back before any pattern looks at it. */
const longest = 60;

/** The decimal sign that a column's values prove; null when none or both are seen. */
export function decimalSignOf(samples: readonly string[]): DecimalSign {
  const comma = samples.some((text) => proofOfComma.test(text));
  const point = samples.some((text) => proofOfPoint.test(text));
  return comma === point ? null : comma ? 'comma' : 'point';
}

/** One or two digits behind the sign at the end, thousands with the other sign, or nothing but 0 before it. */
const proofOfComma =
  /\d,(\d{1,2}|\d+E[+-]?\d+)[\s)£€$%]*(GBP|EUR|USD)?\s*$|\d\.\d{3}[.,]|^[-(£€$\s]*0,\d/i;
const proofOfPoint =
  /\d\.(\d{1,2}|\d+E[+-]?\d+)[\s)£€$%]*(GBP|EUR|USD)?\s*$|\d,\d{3}[.,]|^[-(£€$\s]*0\.\d/i;

/**
 * A number as Excel and people write it: `1,234.50`, `1.234,50`, `12 345`, `£1,200`, `(300)`, `2,41392E+11`,
 * `2.3m`. Without a known decimal sign `1,234` is read the British way and `1.234` is ambiguous.
 */
export function parseNumber(text: string, sign: DecimalSign): Result<TypedNumber, NumberFault> {
  if (text.length > longest) return notANumber();
  const named = text.replace(/\bTEUR\b/g, 'k EUR');
  const currency = currencies.find(([pattern]) => pattern.test(named))?.[1] ?? null;
  let plain = named
    .replace(/\bT€/g, 'k€')
    .replace(/[£€$]|\b(GBP|EUR|USD)\b/gi, '')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  const before = plain;
  plain = plain.replace(roundedBefore, '').replace(roundedBehind, '');
  const rounded = plain !== before;
  plain = plain
    .replace(unitWords, '')
    .replace(/^k ?(\d.*)$/i, '$1 k')
    .trim();
  if (
    /^[<>≤≥]|\d ?[a-z]{0,3} ?\+$|\d ?[a-z]{0,3} ?(-|to|or|−) ?\d|^(over|under|up to|less|more|fewer)\b/i.test(
      plain,
    )
  ) {
    return fail('range', 'This is a range. Write one number.');
  }
  const isNegative = /^\(.*\)$/.test(plain) || /^[-−]/.test(plain);
  plain = plain.replace(/^\((.*)\)$/, '$1').replace(/^[-−+]\s*/, '');
  const sized = /^(.*\d)\s?(k|tsd|m|mn|mio|mil|mill|b|bn|mrd|thousand|million|billion)\.?$/i.exec(
    plain,
  );
  const power = sized ? (sizes[(sized[2] ?? '').toLowerCase()] ?? 0) : 0;
  const asked = power > 3 ? decimalOfSized(sized?.[1] ?? '', sign) : sign;
  const read = readWithoutCents(sized?.[1] ?? plain, asked, power);
  if (!read.ok) return read;
  const value = read.value.value * (isNegative ? -1 : 1);
  if (!Number.isFinite(value)) return notANumber();
  const isApproximate = read.value.isApproximate || rounded || power !== 0;
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

/** `1.200,-` has no cents; its last sign is the one before them. */
function readWithoutCents(text: string, sign: DecimalSign, power: number) {
  const [, digits = text, last] = /^(.*\d)([.,])-$/.exec(text) ?? [];
  if (last === undefined) return readDigits(digits, sign, power);
  return readDigits(digits, last === ',' ? 'comma' : 'point', power);
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
