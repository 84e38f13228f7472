import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { foldCase } from '../../kernel/text.ts';
import { commonPasswords } from './common-passwords.ts';

export const passwordLength = { least: 12, most: 128 } as const;

/**
 * Why a password is refused, or null (NIST SP 800-63B: length, known ones and how soon it is guessed, no rules about
 * signs).
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
  const words = bareWords(password);
  if (words.some((word) => commonPasswords.has(word)) || isMonotonous(password)) {
    return 'This password is well known and would be guessed. Choose a few words of your own.';
  }
  const taken = new Set(names.filter((name) => name.length > 2).flatMap(bareWords));
  if (words.some((word) => taken.has(word))) {
    return 'This password is a name that anybody could guess. Choose a few words of your own.';
  }
  if (isGuessedSoon(password, names)) {
    return 'This password would be guessed soon: it is made of well-known words, rows of keys or dates. Choose a few words of your own.';
  }
  return null;
}

let estimator: ZxcvbnFactory | null = null;

/** Fewer than about a hundred million guesses, by an estimate that knows common passwords, keys, dates and names. */
function isGuessedSoon(password: string, names: readonly string[]): boolean {
  // Its lists take some megabytes, so only a process in which somebody chooses a password holds them.
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return estimator.check(password, [...names, ...names.flatMap(bareWords)]).score < 3;
}

/** `P@ssw0rd-2026!` → `password`: signs at the ends cut off, usual replacements undone, a repeated word once. */
function bareWords(text: string): string[] {
  const core = foldCase(text).replace(/^[^\p{L}@$]+|[^\p{L}]+$/gu, '');
  const undone = core
    .replace(/@/g, 'a')
    .replace(/0/g, 'o')
    .replace(/1/g, 'i')
    .replace(/[$5]/g, 's');
  return [core, undone]
    .map((word) => word.replace(/[^\p{L}]+/gu, ''))
    .filter((word) => word !== '')
    .map((word) => /^(.{3,}?)\1+$/u.exec(word)?.[1] ?? word);
}

const rows = ['0123456789', 'abcdefghijklmnopqrstuvwxyz'].map((row) => row.repeat(13));

/** Fewer than five different signs, or a row such as `123456789012` forwards or backwards. */
function isMonotonous(password: string): boolean {
  const folded = foldCase(password);
  const backwards = Array.from(folded).toReversed().join('');
  return (
    new Set(folded).size < 5 || rows.some((row) => row.includes(folded) || row.includes(backwards))
  );
}
