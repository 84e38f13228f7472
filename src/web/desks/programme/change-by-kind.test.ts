import { expect, test } from 'vitest';
import { changesByKind } from './change-by-kind.ts';

const line = (kind: string, currency: string | null, baseline: number, latest: number) => ({
  ...{ kind, currency, baselineCurrency: currency, baseline, latest },
});

test('two currencies are never added', () => {
  const changes = changesByKind([
    line('turnover', 'GBP', 100, 150),
    line('turnover', 'EUR', 100, 900),
    line('turnover', 'GBP', 200, 190),
    line('staff', null, 100, 200),
  ]);
  expect(changes).toEqual([
    { kind: 'turnover', currency: 'GBP', enterprises: 2, up: 1, difference: 40 },
    { kind: 'turnover', currency: 'EUR', enterprises: 1, up: 1, difference: 800 },
    { kind: 'staff', currency: null, enterprises: 1, up: 1, difference: 100 },
  ]);
});

test('a firm that changed its currency has no difference', () => {
  expect(changesByKind([{ ...line('turnover', 'GBP', 1, 2), baselineCurrency: 'EUR' }])).toEqual(
    [],
  );
});
