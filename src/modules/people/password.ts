import { foldCase } from '../../kernel/text.ts';
import { commonPasswords } from './common-passwords.ts';

export const passwordLength = { least: 12, most: 128 } as const;

/**
 * Why a password is refused, or null (NIST SP 800-63B: length and a list of known ones, no rules about signs).
 * `names` are words an attacker would try first: the organisation, the person, the address.
 */
export function passwordProblem(password: string, names: readonly string[]): string | null {
  const length = Array.from(password).length;
  if (length < passwordLength.least) {
    return `Use at least ${passwordLength.least} characters. A few words in a row are easy to remember.`;
  }
  if (password.length > passwordLength.most) {
    return `Use at most ${passwordLength.most} characters.`;
  }
  const bare = bareWord(password);
  if (commonPasswords.has(bare) || isMonotonous(password)) {
    return 'This password is well known and would be guessed. Choose a few words of your own.';
  }
  if (names.some((name) => name.length > 2 && bare === bareWord(name))) {
    return 'This password is a name that anybody could guess. Choose a few words of your own.';
  }
  return null;
}

/** `P@ssw0rd-2026!` → `password`: usual replacements undone, then letters only, a repeated word once. */
function bareWord(text: string): string {
  const letters = foldCase(text)
    .replace(/@/g, 'a')
    .replace(/0/g, 'o')
    .replace(/\$/g, 's')
    .replace(/[^\p{L}]+/gu, '');
  const repeated = /^(.{3,}?)\1+$/u.exec(letters);
  return repeated?.[1] ?? letters;
}

/** Fewer than five different signs, or signs in a row such as `123456789012`. */
function isMonotonous(password: string): boolean {
  const signs = Array.from(password);
  if (new Set(signs).size < 5) return true;
  const steps = new Set(
    signs.slice(1).map((sign, at) => (sign.codePointAt(0) ?? 0) - (signs[at]?.codePointAt(0) ?? 0)),
  );
  return steps.size === 1;
}
