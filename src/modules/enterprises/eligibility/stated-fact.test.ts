import { expect, test } from 'vitest';
import { likelyRelation, likelySubsidy, statedLines } from './stated-fact.ts';

test('each line of an answer is one thing to confirm', () => {
  expect(statedLines('Quill Holdings Ltd, 60%\n\n  Ink Ltd  ; Nib Ltd\n')).toEqual([
    'Quill Holdings Ltd, 60%',
    'Ink Ltd',
    'Nib Ltd',
  ]);
});

test.each([
  ['Quill Holdings Ltd owns 60% of us', 'Quill Holdings Ltd', 'holds-us', 60],
  ['Quill Holdings Ltd, has 25 per cent of our shares', 'Quill Holdings Ltd', 'holds-us', 25],
  ['We own 51 % of Ink Makers Ltd', 'Ink Makers Ltd', 'held-by-us', 51],
  ['Ink Makers Ltd is our subsidiary (100%)', 'Ink Makers Ltd', 'held-by-us', 100],
  ['My brother’s firm Nib & Sons', 'My brother’s firm Nib & Sons', null, null],
  ['Old Pens 250%', 'Old Pens', null, null],
] as const)('“%s” suggests firm, direction and share', (words, name, direction, percent) => {
  expect(likelyRelation(words)).toEqual({ name, direction, percent });
});

test.each([
  ['Coventry Growth Hub, 2024, about £3,000', 'Coventry Growth Hub', 300_000],
  ['Innovate UK £25k in March 2025', 'Innovate UK', 2_500_000],
  ['County council – 1,200 pounds', 'County council', 120_000],
  ['University of Warwick 2023', 'University of Warwick', null],
  ['A loan from somebody', 'A loan from somebody', null],
] as const)('“%s” suggests who gave it and how much', (words, giver, amountMinor) => {
  expect(likelySubsidy(words)).toEqual({ giver, amountMinor });
});
