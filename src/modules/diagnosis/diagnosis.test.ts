import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/calendar.ts';
import { areaKeys, areas, type AreaKey, type Maturity } from './areas.ts';
import {
  type AreaScore,
  type Degree,
  compareDiagnoses,
  diagnosisProblems,
  differentViews,
  needDiffers,
  priorityScore,
  topPriorities,
} from './diagnosis.ts';
import { needDrift } from './drift.ts';
import { type Need, closeNeed, introduceFor, needClock, needState, reopenNeed } from './need.ts';

const score = (
  area: AreaKey,
  maturity: Maturity,
  importance: Degree,
  urgency: Degree,
): AreaScore => ({
  area,
  maturity,
  importance,
  urgency,
  selfMaturity: null,
  note: '',
  confidence: 2,
});

describe('areas', () => {
  test('each of the twelve has six different anchors in words', () => {
    expect(Object.keys(areas)).toEqual([...areaKeys]);
    const anchors = areaKeys.flatMap((key) => [...areas[key].anchors]);
    expect(new Set(anchors).size).toBe(72);
  });
});

describe('diagnosis', () => {
  test('what is not important never has priority, however weak and urgent', () => {
    expect(priorityScore(score('export', 0, 0, 3))).toBe(0);
    expect(priorityScore(score('finance', 0, 3, 3))).toBe(60);
    expect(priorityScore(score('finance', 5, 3, 3))).toBe(0);
  });

  test('three priorities with the sum shown', () => {
    const top = topPriorities([
      score('people', 4, 1, 0),
      score('finance', 1, 3, 2),
      score('export', 2, 2, 1),
      score('legal', 3, 0, 3),
      score('customers', 2, 3, 1),
    ]);
    expect(top.map((each) => [each.area, each.score])).toEqual([
      ['finance', 36],
      ['customers', 18],
      ['export', 12],
    ]);
    expect(top[0]?.because).toBe(
      'Finance and investment readiness: 4 steps to grow × importance 3 × (1 + urgency 2) = 36.',
    );
  });

  test('no area left out has a higher priority than one taken', () => {
    const degree = fc.integer({ min: 0, max: 3 }) as fc.Arbitrary<Degree>;
    const maturity = fc.integer({ min: 0, max: 5 }) as fc.Arbitrary<Maturity>;
    fc.assert(
      fc.property(fc.array(fc.tuple(maturity, degree, degree), { maxLength: 12 }), (list) => {
        const scores = list.map(([m, i, u], at) => score(areaKeys[at] ?? 'finance', m, i, u));
        const top = topPriorities(scores);
        const taken = new Set(top.map((each) => each.area));
        const least = Math.min(...top.map((each) => each.score));
        for (const each of scores)
          if (!taken.has(each.area))
            expect(priorityScore(each) <= least || top.length === 0).toBe(true);
        expect(topPriorities(scores.toReversed())).toEqual(top);
      }),
    );
  });

  test('two steps between the firm’s view and the adviser’s are shown', () => {
    const scores = [
      { ...score('finance', 1, 1, 1), selfMaturity: 4 as const },
      { ...score('people', 3, 1, 1), selfMaturity: 2 as const },
    ];
    expect(differentViews(scores)).toEqual([{ area: 'finance', gap: 3 }]);
  });

  test('versions are compared area by area, also where one did not look', () => {
    const before = { scores: [score('finance', 1, 1, 1), score('people', 3, 1, 1)] };
    const after = { scores: [score('finance', 3, 1, 1), score('export', 2, 1, 1)] };
    expect(compareDiagnoses(before, after)).toEqual([
      { area: 'export', before: null, after: 2, change: null },
      { area: 'finance', before: 1, after: 3, change: 2 },
      { area: 'people', before: 3, after: null, change: null },
    ]);
  });

  test('a real need unlike the stated one is said in words', () => {
    const stated = { area: 'finance' as const, words: 'a loan' };
    expect(
      needDiffers({ statedNeed: stated, realNeed: { area: 'customers', words: 'no sales plan' } }),
    ).toBe(
      'Asked for finance and investment readiness; the adviser found customers, marketing and sales.',
    );
    expect(needDiffers({ statedNeed: stated, realNeed: stated })).toBeNull();
  });

  test('an area scored twice is refused', () => {
    expect(diagnosisProblems([score('finance', 1, 1, 1), score('finance', 2, 1, 1)])).toEqual([
      'An area is scored twice.',
    ]);
  });
});

describe('need', () => {
  const need: Need = {
    area: 'finance',
    detail: 'Loan',
    seenBy: 'adviser',
    openedOn: '2017-03-01',
    introducedOn: null,
    waitsSince: null,
    closedOn: null,
    result: null,
  };

  test('the clock to the introduction is seven days', () => {
    expect(needClock(need, '2017-03-08')).toEqual({
      days: 7,
      dueOn: '2017-03-08',
      state: 'running',
      words: '0 days left to introduce a mentor.',
    });
    expect(needClock(need, '2017-03-09').words).toBe('Overdue by 1 day.');
    expect(needClock({ ...need, introducedOn: '2017-03-10' }, '2017-09-01').state).toBe('met-late');
    expect(needClock({ ...need, introducedOn: '2017-03-08' }, '2017-09-01').state).toBe('met');
    expect(needClock({ ...need, closedOn: '2017-03-02' }, '2017-09-01').state).toBe('stopped');
  });

  test('goes from open to introduced to closed, and can be opened again', () => {
    const introduced = introduceFor(need, '2017-03-04');
    if (!introduced.ok) throw new Error(introduced.message);
    expect(needState(introduced.value)).toBe('introduced');
    const again = introduceFor(introduced.value, '2017-03-05');
    expect(!again.ok && again.reason).toBe('already-introduced');
    const closed = closeNeed(introduced.value, '2017-06-01', 'met');
    if (!closed.ok) throw new Error(closed.message);
    expect(needState(closed.value)).toBe('closed');
    const late = introduceFor(closed.value, '2017-06-02');
    expect(!late.ok && late.reason).toBe('closed');
    const reopened = reopenNeed(closed.value, '2017-06-09');
    expect(reopened.ok && needState(reopened.value)).toBe('open');
    expect(reopened.ok && reopened.value.waitsSince).toBe('2017-06-09');
    const never = reopenNeed(
      { ...need, closedOn: '2017-06-01', result: 'withdrawn' },
      '2017-06-09',
    );
    expect(never.ok && never.value.waitsSince).toBeNull();
  });

  test('a need that lost its mentor waits again, by a clock from that day', () => {
    const lost = { ...need, introducedOn: '2017-03-04', waitsSince: '2017-05-02' };
    expect(needState(lost)).toBe('open');
    expect(needClock(lost, '2017-05-03')).toEqual({
      days: 1,
      dueOn: '2017-05-09',
      state: 'running',
      words: 'Lost its mentor on 2 May 2017. 6 days left to introduce a mentor.',
    });
    expect(needClock(lost, '2017-05-12').state).toBe('overdue');
    const next = introduceFor({ ...lost, introducedOn: null }, '2017-05-20');
    expect(next.ok && next.value.waitsSince).toBeNull();
  });

  test('cannot be introduced before it was opened nor closed before it was introduced', () => {
    expect(introduceFor(need, '2017-02-28').ok).toBe(false);
    expect(closeNeed({ ...need, introducedOn: '2017-03-05' }, '2017-03-04', 'met').ok).toBe(false);
  });
});

describe('needDrift', () => {
  const at = (on: string, ...topics: AreaKey[]) => ({ on, topics });

  test('sessions that stay on the need do not drift', () => {
    expect(
      needDrift(
        'finance',
        [at('2017-03-01', 'finance'), at('2017-04-01', 'finance', 'people')],
        '2017-04-02',
      ).drifting,
    ).toBe(false);
  });

  test('two recent sessions elsewhere drift, and say where to', () => {
    const drift = needDrift(
      'finance',
      [at('2017-01-01', 'finance'), at('2017-04-01', 'people'), at('2017-04-20', 'people')],
      '2017-04-21',
    );
    expect([drift.drifting, drift.toward]).toEqual([true, 'people']);
    expect(drift.explanation).toBe(
      'Of 3 sessions, the recent ones weighing more, 5 % were on finance and investment readiness and 95 % on people and skills.',
    );
  });

  test('one session elsewhere is no drift, and no session says nothing', () => {
    expect(needDrift('finance', [at('2017-04-20', 'people')], '2017-04-21').drifting).toBe(false);
    expect(needDrift('finance', [], '2017-04-21')).toMatchObject({
      drifting: false,
      confidence: 0,
    });
  });

  test('does not depend on the order of the log, stays in bounds, and more of the same is never less sure', () => {
    const one = fc.record({
      day: fc.integer({ min: 0, max: 200 }),
      topics: fc.subarray([...areaKeys]),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (list) => {
        const log = list.map(({ day, topics }) => ({ on: addDays('2017-01-01', day), topics }));
        const drift = needDrift('finance', log, '2017-08-01');
        const back = needDrift('finance', log.toReversed(), '2017-08-01');
        expect(drift.drifting).toBe(back.drifting);
        expect(drift.confidence).toBeGreaterThanOrEqual(0);
        expect(drift.confidence).toBeLessThanOrEqual(100);
        if (drift.drifting)
          expect(
            needDrift('finance', [...log, ...log], '2017-08-01').confidence,
          ).toBeGreaterThanOrEqual(drift.confidence);
      }),
    );
  });
});
