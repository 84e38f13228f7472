import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPostcode, postcodeKey } from './postcode.ts';

test.each([
  ['cv47ez', 'CV4 7EZ'],
  ['B1 1AA', 'B1 1AA'],
  [' ec1a  1bb ', 'EC1A 1BB'],
  ['W1A 0AX', 'W1A 0AX'],
  ['GIR0AA', 'GIR 0AA'],
])('writes %j as %s', (typed, postcode) => {
  expect(formatPostcode(typed)).toBe(postcode);
});

test.each(['', 'CV4', 'CV4 7E', 'QV4 7EZ', 'CV4 7CZ', '75008', 'CV4 7EZ 9'])(
  'refuses %j',
  (text) => {
    expect(formatPostcode(text)).toBeNull();
  },
);

test('the key does not depend on case and spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'cCvV4 7eEzZ1aA') }), (text) => {
      expect(postcodeKey(text.toLowerCase())).toBe(postcodeKey(text.replaceAll(' ', '')));
      const formatted = formatPostcode(text);
      if (formatted !== null) expect(formatPostcode(formatted)).toBe(formatted);
    }),
  );
});
