import { expect, test } from 'vitest';
import { valueWords } from './import-words.ts';

test('what a row would write is shown as people write it', () => {
  expect(valueWords('authority', 'E06000051')).toBe('Shropshire');
  expect(valueWords('authorityCodes', ['E06000051', 'E06000020'])).toBe(
    'Shropshire, Telford and Wrekin',
  );
  expect(valueWords('tradingSince', '2021-02-01')).toBe('1 February 2021');
  expect(valueWords('turnover', { minor: 65_000_000, currency: 'GBP' })).toBe('£650,000');
  expect(valueWords('expertise', [{ area: 'customers', level: 3 }])).toBe(
    'Customers, marketing and sales 3',
  );
  expect(valueWords('companyNumber', '04001317')).toBe('04001317');
});
