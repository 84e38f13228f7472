import { expect, test } from 'vitest';
import { programmePaths } from '../../../kernel/paths.ts';
import { overrideItems, sessionItems } from './today-items.ts';
import type { UnsettledLine } from './today-reads.ts';

const paths = programmePaths('north', 'grow');

const line = (traits: Partial<UnsettledLine> = {}): UnsettledLine => ({
  enrolmentId: 'one',
  enterprise: 'Alder & Sons Ltd',
  confirmation: 'waiting',
  sessions: 1,
  sessionId: 'first',
  startsAt: '2026-08-03T09:00:00.000Z',
  ...traits,
});

const itemOf = (traits: Partial<UnsettledLine>, maySettle = true) =>
  sessionItems([line(traits)], paths, 'Europe/London', maySettle)[0];

test('an enterprise with several unconfirmed sessions is one thing to do', () => {
  const item = itemOf({ sessions: 3 });
  expect(item?.why).toContain('3 sessions have been unconfirmed for more than two weeks');
  expect(item?.why).toContain('the oldest on 3 August 2026');
  expect(item?.verb).toBe('See the sessions');
  expect(item?.verbHref).toBe(
    '/o/north/p/grow/sessions?search=Alder+%26+Sons+Ltd&confirmation=waiting',
  );
});

test('a single unconfirmed session is opened itself', () => {
  expect(itemOf({})?.verb).toBe('See the session');
  expect(itemOf({})?.verbHref).toBe(paths.session('first'));
});

test('a dispute is settled by whoever may, and shown to others', () => {
  expect(itemOf({ confirmation: 'disputed' })?.verb).toBe('Settle');
  expect(itemOf({ confirmation: 'disputed' }, false)?.verb).toBe('See the session');
});

test('a test to be set aside is named as on its own page', () => {
  const asked = {
    enterprise: 'Alder & Sons Ltd',
    enrolmentId: 'e',
    test: 'difficulty',
    requestedBy: 'Ann',
    requestedById: 'ann',
    requestedAt: '2026-11-20T10:00:00.000Z',
  };
  const whyFor = (personId: string) => overrideItems([asked], paths, personId, true)[0]?.why;
  expect(whyFor('sam')).toBe('Ann asks to set the test “Not an undertaking in difficulty” aside.');
  expect(whyFor('ann')).toContain('“Not an undertaking in difficulty” aside waits');
});
