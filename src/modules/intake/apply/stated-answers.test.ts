import { expect, test } from 'vitest';
import { startingPages, tradingPages } from '../../../../test/factories/application-desk.ts';
import { statedFactsOfAnswers } from './stated-answers.ts';

const on = '2026-11-24';
const said = (pages: typeof tradingPages) =>
  statedFactsOfAnswers(pages, on).map(({ kind, words }) => [kind, words]);

test('linked firms and earlier aid are stated line by line, and the need whole', () => {
  const pages = {
    ...tradingPages,
    size: { isGroup: 'yes', groupDetail: 'Quill Holdings Ltd 60%\nInk Ltd' },
    support: { hasAid: 'yes', aidDetail: 'City Council, £1,000' },
  };
  expect(said(pages)).toEqual([
    ['relation', 'Quill Holdings Ltd 60%'],
    ['relation', 'Ink Ltd'],
    ['subsidy', 'City Council, £1,000'],
    ['need', 'Cash runs out before invoices are paid.'],
  ]);
});

test('somebody who is not sure is asked about by the adviser, somebody without a firm has no links', () => {
  const unsure = { size: { isGroup: 'unsure', groupDetail: '' }, support: { hasAid: 'unsure' } };
  expect(said({ ...tradingPages, ...unsure }).map(([kind]) => kind)).toEqual([
    'relation',
    'subsidy',
    'need',
  ]);
  expect(said({ ...startingPages, ...unsure }).map(([kind]) => kind)).toEqual(['subsidy', 'need']);
  expect(said(tradingPages).map(([kind]) => kind)).toEqual(['need']);
});
