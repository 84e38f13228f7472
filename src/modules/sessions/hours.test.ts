import { expect, test } from 'vitest';
import { shippedRuleSet } from '../programmes/shipped-rule-sets/shipped.ts';
import { type HoursFacts, hoursByIndicator, type SessionRow } from './hours.ts';

const erdf = shippedRuleSet('erdf-england-2014-20');
const always = [{ adoptedFrom: '2025-01-01', ruleSet: erdf }];
const facts: HoursFacts = {
  eligibleOn: '2026-01-10',
  enrolledOn: '2025-12-01',
  leftOn: null,
  startsOn: null,
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
    preparation: 0,
    followUp: 0,
    travel: 0,
    administration: 0,
    attendance: 'attended',
    isHeld: true,
    confirmation: 'confirmed',
    isSeen: true,
    match: null,
    ...change,
  };
}

const codes = (hours: ReturnType<typeof hoursByIndicator>) =>
  hours.map(({ indicator }) => indicator.code);

test('an old firm has no bar for new enterprises and none for persons', () => {
  expect(codes(hoursByIndicator([], always, facts))).toEqual(['C1', 'C4']);
});

test('a firm is new by its age at first support, not today', () => {
  const young = { ...facts, registeredOn: '2025-06-15' };
  const rows = [session('2026-02-01', 60)];
  expect(codes(hoursByIndicator(rows, always, { ...young, today: '2027-06-01' }))).toContain('C5');
  expect(codes(hoursByIndicator([], always, { ...young, today: '2027-06-01' }))).not.toContain(
    'C5',
  );
});

test('somebody who does not trade yet counts as a person and not as an enterprise', () => {
  const preStart = { ...facts, isPreStart: true, registeredOn: null };
  expect(codes(hoursByIndicator([], always, preStart))).toEqual(['P11']);
});

test('counts confirmed time after eligibility and says why the rest does not count', () => {
  const rows = [
    session('2026-01-05', 60),
    session('2026-02-01', 90, { travel: 45 }),
    session('2026-02-08', 60, { confirmation: 'waiting' }),
    session('2026-02-15', 60, { attendance: 'no-show', preparation: 30 }),
    session('2026-02-22', 60, { isHeld: false }),
    session('2026-03-01', 60, { confirmation: 'disputed' }),
  ];
  const [c1] = hoursByIndicator(rows, always, facts);
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
  const [c1] = hoursByIndicator([session('2026-02-01', 600)], always, {
    ...facts,
    eligibleOn: null,
  });
  expect(c1?.bar.counted).toBe(0);
});

test('a group session and a mentor session at the same time count once', () => {
  const group = session('2026-02-01', 120, { sessionId: 'group', format: 'group' });
  const [c1] = hoursByIndicator([session('2026-02-01', 60), group], always, facts);
  expect(c1?.bar.counted).toBe(120);
});

test('what the adviser settled counts like what the firm confirmed', () => {
  const [c1] = hoursByIndicator(
    [session('2026-02-01', 90, { confirmation: 'settled' })],
    always,
    facts,
  );
  expect(c1?.bar.counted).toBe(90);
});

test('the last day of the programme still counts and the day after does not', () => {
  const counted = (endsOn: string) =>
    hoursByIndicator([session('2026-02-02', 90)], always, { ...facts, endsOn })[0]?.bar.counted;
  expect([counted('2026-02-02'), counted('2026-02-01')]).toEqual([90, 0]);
});

test('the time together is the length of the session, and attendance alone decides whether it counts', () => {
  const counted = (change: Partial<SessionRow>) =>
    hoursByIndicator([session('2026-02-01', 90, change)], always, facts)[0]?.bar.counted;
  expect(counted({ attendance: 'no-show' })).toBe(0);
  expect(counted({ attendance: 'late' })).toBe(90);
  expect(counted({ isHeld: false })).toBe(0);
});

test('an answer to an earlier version of the session confirms nothing', () => {
  const lines = hoursByIndicator([session('2026-02-01', 90, { isSeen: false })], always, facts)[0]
    ?.lines;
  expect(lines?.map((line) => [line.counts, line.reason])).toEqual([[0, 'unconfirmed']]);
});

test('each session counts by the rule set in force on its day, the thresholds by that of today', () => {
  const strict = { ...erdf, version: 'strict', countedMinutes: ['contact' as const] };
  const adoptions = [
    { adoptedFrom: '2026-01-01', ruleSet: erdf },
    { adoptedFrom: '2026-03-01', ruleSet: strict },
  ];
  const rows = ['2026-02-28', '2026-03-01'].map((day) => session(day, 60, { preparation: 30 }));
  const counts = (today: string) =>
    hoursByIndicator(rows, adoptions, { ...facts, today })[0]?.lines.map((line) => line.counts);
  expect(counts('2026-06-01')).toEqual([60, 30, 60, 0]);
  const late = adoptions.slice(1);
  expect(hoursByIndicator(rows, late, facts)[0]?.lines.map((line) => line.reason)).toEqual([
    'no-rules',
    'no-rules',
    null,
    'type-not-counted',
  ]);
});
