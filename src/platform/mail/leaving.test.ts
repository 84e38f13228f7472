import { expect, test } from 'vitest';
import { lettersLeave, saidOfLetter, saidOfLink } from './leaving.ts';

function place(leaves: boolean, isDemonstration: boolean) {
  return { app: { post: { leaves } }, org: { isDemonstration } } as Parameters<
    typeof lettersLeave
  >[0];
}

test('a letter leaves only with a mail server, and never from a demonstration', () => {
  expect(lettersLeave(place(true, false))).toBe(true);
  expect(lettersLeave(place(true, true))).toBe(false);
  expect(lettersLeave(place(false, false))).toBe(false);
});

test('nothing is said to be on its way that stays here', () => {
  expect(saidOfLetter(place(true, false), 'The invitation')).toBe('The invitation is on its way.');
  for (const staying of [place(false, false), place(true, true)]) {
    expect(saidOfLetter(staying, 'The invitation')).toMatch(/written.*tell them yourself/);
    expect(saidOfLink(staying, 'The invitation')).toMatch(/written.*copy the link/);
  }
});
