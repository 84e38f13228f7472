import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes } from '../../kernel/calendar.ts';
import { type CountingRules, type TimeEntry, countTime, countedTotal } from './counted-time.ts';
import { lastSafeStart, thresholdBar } from './threshold.ts';

const rules: CountingRules = {
  zone: 'Europe/London',
  rulesOn: () => ({
    countedMinutes: ['contact', 'preparation', 'follow-up', 'group-event'],
    groupRule: 'once-per-enterprise',
  }),
  countsFrom: '2017-01-10',
  startsOn: null,
  countsTo: '2018-12-31',
  enrolledOn: '2016-11-01',
  leftOn: null,
};
const entry = (change: Partial<TimeEntry>): TimeEntry => ({
  id: 'a',
  startAt: '2017-02-01T10:00:00.000Z',
  endAt: '2017-02-01T11:00:00.000Z',
  minutes: { contact: 60 },
  attendance: 'attended',
  confirmation: 'confirmed',
  eventId: null,
  otherFunder: null,
  match: null,
  ...change,
});
const reasons = (...entries: TimeEntry[]) => countTime(entries, rules).map((line) => line.reason);

describe('countTime', () => {
  test('contact, preparation and follow-up count, travel and administration do not', () => {
    const lines = countTime(
      [
        entry({
          minutes: { contact: 60, preparation: 20, 'follow-up': 10, travel: 45, administration: 5 },
        }),
      ],
      rules,
    );
    expect(countedTotal(lines)).toBe(90);
    expect(lines.find((line) => line.type === 'travel')?.because).toBe(
      'Travel does not count for this indicator.',
    );
  });

  test('what does not count says why', () => {
    expect(
      reasons(entry({ startAt: '2017-01-09T10:00:00.000Z', endAt: '2017-01-09T11:00:00.000Z' })),
    ).toEqual(['before-eligibility']);
    expect(reasons(entry({ attendance: 'no-show' }))).toEqual(['not-attended']);
    expect(reasons(entry({ confirmation: 'unconfirmed' }))).toEqual(['unconfirmed']);
    expect(reasons(entry({ confirmation: 'disputed' }))).toEqual(['disputed']);
    expect(reasons(entry({ otherFunder: 'Innovate UK' }))).toEqual(['other-funder']);
    expect(countTime([entry({})], { ...rules, countsFrom: null })[0]?.reason).toBe(
      'not-eligible-yet',
    );
  });

  test('time counts inside the match, the enrolment and the programme, first and last day included', () => {
    const on = (day: string, more: Partial<CountingRules>, change: Partial<TimeEntry> = {}) =>
      countTime(
        [entry({ startAt: `${day}T10:00:00.000Z`, endAt: `${day}T11:00:00.000Z`, ...change })],
        { ...rules, ...more },
      )[0]?.reason;
    const left = { leftOn: '2017-03-12' };
    expect([on('2017-03-12', left), on('2017-03-13', left)]).toEqual([null, 'outside-enrolment']);
    const joined = { enrolledOn: '2017-03-12' };
    expect([on('2017-03-11', joined), on('2017-03-12', joined)]).toEqual([
      'outside-enrolment',
      null,
    ]);
    const begun = { startsOn: '2017-03-12' };
    expect([on('2017-03-11', begun), on('2017-03-12', begun)]).toEqual(['before-programme', null]);
    const match = { from: '2017-03-09', until: '2017-03-11', endedOn: null };
    expect(
      ['2017-03-08', '2017-03-09', '2017-03-10', '2017-03-11'].map((day) => on(day, {}, { match })),
    ).toEqual(['outside-match', null, null, 'outside-match']);
    const ended = { ...match, endedOn: '2017-03-11' };
    expect(on('2017-03-11', {}, { match: ended })).toBeNull();
    expect(on('2017-03-12', {}, { match: ended })).toBe('outside-match');
  });

  test('nothing counts of a day on which the programme had no rules', () => {
    const [line] = countTime([entry({})], { ...rules, rulesOn: () => null });
    expect([line?.counts, line?.reason]).toEqual([0, 'no-rules']);
  });

  test('the day is that of the programme: 23:30 UTC in summer is the next day', () => {
    const late = entry({ startAt: '2017-06-09T23:30:00.000Z', endAt: '2017-06-10T00:30:00.000Z' });
    expect(countedTotal(countTime([late], { ...rules, countsFrom: '2017-06-10' }))).toBe(60);
  });

  test('two directors at one workshop count once for the firm', () => {
    const workshop = {
      eventId: 'w',
      minutes: { 'group-event': 120 },
      endAt: '2017-02-01T12:00:00.000Z',
    };
    const lines = countTime(
      [entry({ ...workshop, id: 'a' }), entry({ ...workshop, id: 'b' })],
      rules,
    );
    expect(lines.map((line) => line.counts)).toEqual([120, 0]);
    expect(lines[1]?.reason).toBe('duplicate-attendance');
  });

  test('two mentors in one hour are one hour for the enterprise', () => {
    expect(countedTotal(countTime([entry({ id: 'a' }), entry({ id: 'b' })], rules))).toBe(60);
  });

  test('an unconfirmed session does not push a confirmed one out', () => {
    const lines = countTime(
      [entry({ id: 'a', confirmation: 'unconfirmed' }), entry({ id: 'b' })],
      rules,
    );
    expect(lines.map((line) => line.counts)).toEqual([0, 60]);
  });

  test('overlapping sessions count the minutes of the clock once', () => {
    const later = entry({
      id: 'b',
      startAt: '2017-02-01T10:40:00.000Z',
      endAt: '2017-02-01T11:40:00.000Z',
    });
    const lines = countTime([entry({}), later], rules);
    expect(lines.map((line) => line.counts)).toEqual([60, 40]);
    expect(lines[1]?.because).toContain('40 min of 1 h count');
  });

  test('agrees with ticking off every minute, whatever order the sessions come in', () => {
    const one = fc.record({
      start: fc.integer({ min: 0, max: 300 }),
      length: fc.integer({ min: 1, max: 120 }),
      share: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 10 }), (list) => {
        const base = '2017-02-01T08:00:00.000Z';
        const entries = list.map(({ start, length, share }, at) =>
          entry({
            id: String(at),
            startAt: addMinutes(base, start),
            endAt: addMinutes(base, start + length),
            minutes: { contact: Math.floor((length * share) / 100) },
          }),
        );
        const ticked = new Set<number>();
        let expected = 0;
        const order = list.map((each, at) => ({ ...each, id: String(at) }));
        order.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
        for (const { start, length, share } of order) {
          const contact = Math.floor((length * share) / 100);
          if (contact === 0) continue;
          let free = 0;
          for (let minute = start; minute < start + length; minute += 1) {
            if (!ticked.has(minute)) free += 1;
            ticked.add(minute);
          }
          expected += Math.min(contact, free);
        }
        expect(countedTotal(countTime(entries, rules))).toBe(expected);
        expect(countedTotal(countTime(entries.toReversed(), rules))).toBe(expected);
      }),
    );
  });
});

describe('thresholdBar', () => {
  const base = { today: '2017-03-01', zone: 'Europe/London', endsOn: '2017-06-30', needed: 720 };
  const cadence = { minutesPerSession: 90, daysBetweenSessions: 28 };
  const hours = (minutes: number) =>
    countTime([entry({ minutes: { preparation: minutes } })], rules);

  test('9 h 30 of 12 h is 79 %', () => {
    const bar = thresholdBar({ ...base, lines: hours(570), cadence });
    expect([bar.counted, bar.percentage, bar.remaining]).toEqual([570, 79, 150]);
  });

  test('the threshold is met when reached, not when exceeded', () => {
    expect(thresholdBar({ ...base, lines: hours(719), cadence }).percentage).toBe(99);
    const bar = thresholdBar({ ...base, lines: hours(720), cadence });
    expect([bar.met, bar.percentage, bar.lastSafeStart]).toEqual([true, 100, null]);
  });

  test('the forecast says how it was made', () => {
    const bar = thresholdBar({ ...base, lines: hours(570), cadence });
    expect(bar.forecastOn).toBe('2017-03-09');
    expect(bar.method).toBe(
      '9 h 30 in 29 days is the pace; 2 h 30 more take 8 days, until 9 March 2017.',
    );
  });

  test('without a pace there is no forecast', () => {
    expect(thresholdBar({ ...base, lines: [], cadence }).forecastOn).toBeNull();
    const old = thresholdBar({ ...base, today: '2017-06-01', lines: hours(60), cadence });
    expect([old.forecastOn, old.method]).toEqual([
      null,
      'No forecast: nothing has counted in the last 12 weeks.',
    ]);
  });

  test('the last safe start leaves room for every session still needed', () => {
    expect(lastSafeStart(150, cadence, '2017-06-30')).toBe('2017-06-02');
    expect(lastSafeStart(90, cadence, '2017-06-30')).toBe('2017-06-30');
    expect(thresholdBar({ ...base, today: '2017-06-10', lines: hours(570), cadence }).atRisk).toBe(
      true,
    );
  });
});
