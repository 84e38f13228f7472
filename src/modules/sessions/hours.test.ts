import { expect, test } from 'vitest';
import { shippedRuleSet } from '../programmes/shipped-rule-sets/shipped.ts';
import { type HoursFacts, hoursByIndicator, type SessionRow } from './hours.ts';

const erdf = shippedRuleSet('erdf-england-2014-20');
const facts: HoursFacts = {
  eligibleOn: '2026-01-10',
  endsOn: '2027-12-31',
  zone: 'Europe/London',
  today: '2026-06-01',
  cadence: null,
  isPreStart: false,
  registeredOn: '2015-01-01',
};

function session(day: string, minutes: number, change: Partial<SessionRow> = {}): SessionRow {
  const startsAt = `${day}T10:00:00.000Z`;
  return {
    sessionId: day,
    format: 'one-to-one',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
    contact: minutes,
    preparation: 0,
    followUp: 0,
    travel: 0,
    administration: 0,
    attendance: 'attended',
    isHeld: true,
    confirmation: 'confirmed',
    ...change,
  };
}

const codes = (hours: ReturnType<typeof hoursByIndicator>) =>
  hours.map(({ indicator }) => indicator.code);

test('an old firm has no bar for new enterprises and none for persons', () => {
  expect(codes(hoursByIndicator([], erdf, facts))).toEqual(['C1', 'C4']);
});

test('a firm is new by its age at first support, not today', () => {
  const young = { ...facts, registeredOn: '2025-06-15' };
  const rows = [session('2026-02-01', 60)];
  expect(codes(hoursByIndicator(rows, erdf, { ...young, today: '2027-06-01' }))).toContain('C5');
  expect(codes(hoursByIndicator([], erdf, { ...young, today: '2027-06-01' }))).not.toContain('C5');
});

test('somebody who does not trade yet counts as a person and not as an enterprise', () => {
  const preStart = { ...facts, isPreStart: true, registeredOn: null };
  expect(codes(hoursByIndicator([], erdf, preStart))).toEqual(['P11']);
});

test('counts confirmed time after eligibility and says why the rest does not count', () => {
  const rows = [
    session('2026-01-05', 60),
    session('2026-02-01', 90, { travel: 45 }),
    session('2026-02-08', 60, { confirmation: 'waiting' }),
    session('2026-02-15', 60, { attendance: 'no-show', contact: 0, preparation: 30 }),
    session('2026-02-22', 60, { isHeld: false }),
    session('2026-03-01', 60, { confirmation: 'disputed' }),
  ];
  const [c1] = hoursByIndicator(rows, erdf, facts);
  expect(c1?.bar.counted).toBe(90);
  const reasons = new Map(c1?.lines.map((line) => [`${line.entryId}/${line.type}`, line.reason]));
  expect(reasons.get('2026-01-05/contact')).toBe('before-eligibility');
  expect(reasons.get('2026-02-01/contact')).toBeNull();
  expect(reasons.get('2026-02-01/travel')).toBe('type-not-counted');
  expect(reasons.get('2026-02-08/contact')).toBe('unconfirmed');
  expect(reasons.get('2026-02-15/preparation')).toBe('not-attended');
  expect(reasons.get('2026-02-22/contact')).toBe('not-attended');
  expect(reasons.get('2026-03-01/contact')).toBe('disputed');
});

test('nothing counts before eligibility is proved', () => {
  const [c1] = hoursByIndicator([session('2026-02-01', 600)], erdf, { ...facts, eligibleOn: null });
  expect(c1?.bar.counted).toBe(0);
});

test('a group session and a mentor session at the same time count once', () => {
  const group = session('2026-02-01', 120, { sessionId: 'group', format: 'group' });
  const [c1] = hoursByIndicator([session('2026-02-01', 60), group], erdf, facts);
  expect(c1?.bar.counted).toBe(120);
});

test('what the adviser settled counts like what the firm confirmed', () => {
  const [c1] = hoursByIndicator(
    [session('2026-02-01', 90, { confirmation: 'settled' })],
    erdf,
    facts,
  );
  expect(c1?.bar.counted).toBe(90);
});

test('the last day of the programme still counts and the day after does not', () => {
  const counted = (endsOn: string) =>
    hoursByIndicator([session('2026-02-02', 90)], erdf, { ...facts, endsOn })[0]?.bar.counted;
  expect([counted('2026-02-02'), counted('2026-02-01')]).toEqual([90, 0]);
});
