import { expect, test } from 'vitest';
import { formatPostcode } from '../../modules/enterprises/postcode.ts';
import { createDealer } from './dealer.ts';
import { applicantWords, firmCast } from './firm-cast.ts';
import { attributions, comments } from './firm-words.ts';
import { inventedPostcode } from './invented-postcode.ts';

test('every postcode of the cast keeps the rule that imports are checked by', () => {
  for (const { postcode } of firmCast) expect(formatPostcode(postcode)).toBe(postcode);
  for (const [, district] of applicantWords.places) {
    for (const first of applicantWords.first) {
      const postcode = inventedPostcode(district, `${first} Works`);
      expect(formatPostcode(postcode)).toBe(postcode);
    }
  }
});

test('no firm says what another has said', () => {
  const deal = createDealer();
  for (const list of [comments, attributions]) {
    const said = list.map(() => deal(list));
    expect(new Set(said).size).toBe(list.length);
    expect(deal(list)).toBeUndefined();
  }
});
