import { expect, test } from 'vitest';
import { programmePaths } from '../../../kernel/paths.ts';
import type { AdvisedFirm } from '../../../modules/enterprises/advising/reads.ts';
import { unadvisedItems } from './adviser-items.ts';

const paths = programmePaths('north', 'grow');

const firms = (state: AdvisedFirm['state'], count: number): AdvisedFirm[] =>
  Array.from({ length: count }, (_, at) => ({
    enrolmentId: `${state}-${at}`,
    enterprise: `Firm ${at}`,
    state,
    stage: 'growth',
    postcode: null,
    appliedOn: '2026-10-01',
    nextContactOn: at === 0 ? '2026-12-04' : null,
  }));

test('a firm that nobody advises is a row with the verb that hands it over', () => {
  const [item, ...others] = unadvisedItems(firms('eligible', 1), paths);
  expect(others).toEqual([]);
  expect(item).toMatchObject({
    enterprise: 'Firm 0',
    verb: 'Hand it over',
    verbHref: '/o/north/p/grow/enterprises/hand-over?whose=none&firm=eligible-0',
  });
  expect(item?.why).toContain('planned for 4 December 2026');
});

test('more than eight firms stand together, and so do applicants, until another one comes', () => {
  const items = unadvisedItems([...firms('eligible', 10), ...firms('applied', 20)], paths);
  expect(items).toHaveLength(10);
  expect(items[8]).toMatchObject({ enterprise: '2 more enterprises without an adviser' });
  expect(items[9]).toMatchObject({
    enterprise: '20 applicants without an adviser',
    href: '/o/north/p/grow/enterprises?adviser=none&state=applied',
    cause: 'applied-9',
  });
  expect(unadvisedItems([], paths)).toEqual([]);
});
