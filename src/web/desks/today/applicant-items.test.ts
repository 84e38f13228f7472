import { expect, test } from 'vitest';
import { programmePaths } from '../../../kernel/paths.ts';
import { applicantItems, undecidedItems } from './applicant-items.ts';

const paths = programmePaths('north', 'grow');
const line = {
  id: 'a',
  name: 'Rosa Quill',
  firm: 'Quill Pens Ltd',
  sentAt: '2026-11-23T10:00:00.000Z',
  isUnproved: false,
};
const itemOf = (traits: Partial<typeof line>, today = '2026-11-24') =>
  applicantItems([{ ...line, ...traits }], paths, today, 'Europe/London')[0];

test('an application that nobody has read is one thing to do', () => {
  expect(itemOf({})).toMatchObject({
    enterprise: 'Quill Pens Ltd',
    why: 'Rosa Quill sent an application on 23 November 2026.',
    verb: 'Read it',
    verbHref: paths.application('a'),
    tone: 'info',
  });
});

test('an address that nobody has confirmed is said, so that one rings before taking them up', () => {
  expect(itemOf({ isUnproved: true })?.why).toBe(
    'Rosa Quill sent an application on 23 November 2026. Their address is not confirmed yet.',
  );
});

test('somebody without a firm is called by their own name', () => {
  expect(itemOf({ firm: '' })?.enterprise).toBe('Rosa Quill');
});

test('an applicant who waits for more than five days stands out', () => {
  expect(itemOf({}, '2026-11-28')).toMatchObject({ tone: 'info' });
  expect(itemOf({}, '2026-11-29')).toMatchObject({
    why: 'Rosa Quill sent an application on 23 November 2026, 6 days ago.',
    tone: 'warn',
  });
});

test('of many undecided applicants the last row counts what its list shows: one’s own and nobody’s', () => {
  const first = Array.from({ length: 2 }, (_, at) => ({
    ...{ enrolmentId: `n${at}`, enterpriseId: `e${at}`, enterprise: `Firm ${at}` },
    ...{ appliedOn: '2026-11-02', source: 'public', hasAdviser: false, overall: null },
  }));
  const rest = (adviserId: string | null) =>
    undecidedItems({ first, total: 61 }, paths, '2026-11-24', 10, adviserId).at(-1);
  expect(rest('asha')).toMatchObject({
    enterprise: '61 applicants in all',
    verbHref: `${paths.enterprises}?state=applied&sort=applied&adviser=asha.none`,
  });
  expect(rest(null)?.verbHref).toBe(`${paths.enterprises}?state=applied&sort=applied`);
});
