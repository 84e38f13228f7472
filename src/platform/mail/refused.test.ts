import { expect, test } from 'vitest';
import { refusalWords } from './refused.ts';

test('a refusal is told in the words of the mail server, without codes and addresses', () => {
  expect(refusalWords('550 no such user')).toBe('no such user');
  expect(
    refusalWords("Can't send mail - all recipients were rejected: 550 5.1.1 no such user."),
  ).toBe('no such user');
  expect(
    refusalWords('550-5.1.1 <ann@firm.example>: Recipient address rejected: User unknown'),
  ).toBe('Recipient address rejected: User unknown');
  expect(refusalWords('552 5.2.2 Mailbox of ann@firm.example is full')).toBe('Mailbox of is full');
});

test('a refusal without words is told all the same', () => {
  expect(refusalWords(null)).toBe('the mail server refused it');
  expect(refusalWords('550 <ann@firm.example>')).toBe('the mail server refused it');
});
