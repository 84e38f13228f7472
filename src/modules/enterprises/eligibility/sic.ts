import type { SicCode } from './facts.ts';

/** High-technology and knowledge-intensive divisions of SIC 2007 (Eurostat, NACE Rev. 2), default remit. */
export const presumedDivisions: readonly string[] = [
  ...['21', '26'],
  ...['20', '27', '28', '29', '30'],
  ...['59', '60', '61', '62', '63', '72'],
  ...['58', '69', '70', '71', '73', '74'],
];

/** Codes the register uses for firms that say nothing about an activity. */
const silentCodes: ReadonlySet<string> = new Set(['74990', '98000', '99999']);

/**
 * The five-digit SIC 2007 code, or null. Shorter and older codes are never read by their first digits:
 * 7221 was software in the old list and 72 is research in this one.
 */
export function sic2007(sic: SicCode): string | null {
  return sic.scheme === 'SIC2007' && /^\d{5}$/.test(sic.code) && !silentCodes.has(sic.code)
    ? sic.code
    : null;
}

export function divisionOf(code: string): string {
  return code.slice(0, 2);
}
