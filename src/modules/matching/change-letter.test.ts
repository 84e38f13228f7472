import { expect, test } from 'vitest';
import { endingWords, needChangedWords } from './change-letter.ts';

const names = { mentor: 'Ada Reed', enterprise: 'Alder Ltd' };
const next = { ...names, area: 'people' as const, detail: 'Two teams.', keepsMentor: false };

test('a letter says "you said" only to a firm that did', () => {
  for (const keepsMentor of [true, false]) {
    const wordsOf = (seenBy: 'enterprise' | 'adviser' | 'mentor') =>
      needChangedWords({ ...next, seenBy, keepsMentor }).toEnterprise;
    expect(wordsOf('enterprise')).toMatch(/^You said that people/);
    expect(wordsOf('adviser')).not.toContain('You said');
    expect(wordsOf('mentor')).not.toContain('You said');
    expect(wordsOf('mentor')).toContain('Ada Reed has seen');
  }
});

test('neither letter of an ending names a cause', () => {
  const { toMentor, toEnterprise } = endingWords(names);
  expect(`${toMentor} ${toEnterprise}`).not.toMatch(/fit|silen|because/i);
});
