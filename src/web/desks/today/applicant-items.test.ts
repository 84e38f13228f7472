import { expect, test } from 'vitest';
import { programmePaths } from '../../../kernel/paths.ts';
import { applicantItems } from './applicant-items.ts';

const paths = programmePaths('north', 'grow');
const line = {
  id: 'a',
  name: 'Rosa Quill',
  firm: 'Quill Pens Ltd',
  sentAt: '2026-11-23T10:00:00.000Z',
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
