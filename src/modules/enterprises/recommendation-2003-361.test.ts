import { describe, expect, test } from 'vitest';
import { shippedRuleSet } from '../programmes/shipped-rule-sets/shipped.ts';
import type { Holder } from './ownership.ts';
import { bandOf, bandOverYears, type RelatedFirm, sizeOfYear } from './size.ts';

const rules = shippedRuleSet('erdf-england-2014-20').size;
const millions = (amount: number) => amount * 100_000_000;
const figures = (staff: number, turnover = 0, balance = 0) => ({
  staffHundredths: staff * 100,
  turnoverMinor: millions(turnover),
  balanceSheetMinor: millions(balance),
});

type Change = Partial<Omit<RelatedFirm, 'figures' | 'relations'>>;
/** A holder of the firm above it, with its staff and what hangs on it. */
function holds(percent: number, staff: number, change: Change = {}, relations: RelatedFirm[] = []) {
  return party('holds-us', percent, staff, change, relations);
}
/** A firm that the one above it holds. */
function heldBy(
  percent: number,
  staff: number,
  change: Change = {},
  relations: RelatedFirm[] = [],
) {
  return party('held-by-us', percent, staff, change, relations);
}
function party(
  direction: RelatedFirm['direction'],
  percent: number,
  staff: number,
  change: Change,
  relations: RelatedFirm[],
): RelatedFirm {
  return {
    ...{ name: 'Other Ltd', direction, holder: 'enterprise', percent, control: false },
    ...{ underAngelLimit: true, consolidated: false, figures: figures(staff), relations },
    ...change,
  };
}
const person = (percent: number, relations: RelatedFirm[], change: Change = {}) =>
  holds(percent, 0, { holder: 'person', ...change }, relations);
const sizeWith = (relations: RelatedFirm[], staff = 10) =>
  sizeOfYear(
    { yearEnd: '2025-12-31', figures: figures(staff), relations, estimated: false },
    rules,
  );

describe('article 2', () => {
  test.each([
    ['2(1) fewer than 250 persons', figures(249, 50, 99), 'medium'],
    ['2(1) 250 persons are too many', figures(250, 1, 1), 'large'],
    ['2(1) turnover not exceeding 50 million', figures(60, 50, 44), 'medium'],
    ['2(1) and/or balance sheet not exceeding 43 million', figures(60, 51, 43), 'medium'],
    ['2(1) both exceeded', figures(60, 50.01, 43.01), 'large'],
    ['2(2) fewer than 50 persons and 10 million', figures(49, 10, 11), 'small'],
    ['2(2) or a balance sheet of 10 million', figures(49, 11, 10), 'small'],
    ['2(2) both exceeded', figures(49, 10.01, 10.01), 'medium'],
    ['2(2) 50 persons', figures(50, 1, 1), 'medium'],
    ['2(3) fewer than 10 persons and 2 million', figures(9, 2, 3), 'micro'],
    ['2(3) or a balance sheet of 2 million', figures(9, 3, 2), 'micro'],
    ['2(3) both exceeded', figures(9, 2.01, 2.01), 'small'],
    ['2(3) 10 persons', figures(10, 1, 1), 'small'],
  ])('%s', (_sentence, own, band) => {
    expect(bandOf(own, rules)).toBe(band);
  });
});

/** Sentence, holdings of an enterprise with ten staff, staff together. */
const sentences: [string, RelatedFirm[], number][] = [
  ['3(1) autonomous: nobody holds, nothing is held', [], 10],
  ['3(2) 24.99 % of the capital is no partner', [holds(24.99, 100)], 10],
  ['3(2) 25 % of the capital upstream is one', [holds(25, 100)], 35],
  ['3(2) 25 % downstream is one', [heldBy(25, 100)], 35],
  ['3(2) 25 % of the votes is enough', [holds(10, 100, { votes: 25 })], 35],
  [
    '3(2) solely or jointly with linked firms: 15 and 15 %',
    [holds(15, 100, { key: 'a' }, [heldBy(80, 200, { key: 'b' })]), holds(15, 200, { key: 'b' })],
    10 + 30 + 60,
  ],
  [
    '3(2) 15 and 15 % of holders that are strangers to each other',
    [holds(15, 100), holds(15, 200)],
    10,
  ],
  [
    '3(2) 15 and 15 % of holders that act jointly',
    [holds(15, 100, { actsJointly: true }), holds(15, 200, { actsJointly: true })],
    10 + 30 + 60,
  ],
  ['3(2)(a) public investment corporation', [excepted('public-investment-corporation', 50)], 10],
  ['3(2)(a) venture capital company', [excepted('venture-capital', 50)], 10],
  ['3(2)(a) business angels below 1,250,000', [excepted('business-angel', 50)], 10],
  [
    '3(2)(a) business angels from 1,250,000',
    [excepted('business-angel', 30, { underAngelLimit: false })],
    40,
  ],
  [
    '3(2)(a) the total of all business angels counts',
    [
      excepted('business-angel', 30),
      excepted('business-angel', 10, { underAngelLimit: false, figures: null }),
    ],
    40,
  ],
  ['3(2)(b) university or research centre', [excepted('university', 50)], 10],
  ['3(2)(c) institutional investor', [excepted('institutional-investor', 50)], 10],
  ['3(2)(d) small local authority', [excepted('small-local-authority', 50)], 10],
  [
    '3(2) two investors of 30 % each',
    [excepted('venture-capital', 30), excepted('university', 30)],
    10,
  ],
  ['3(2) not when the investor is linked', [excepted('venture-capital', 51)], 110],
  [
    '3(2) not when investors are linked jointly',
    [
      excepted('venture-capital', 30, { actsJointly: true }),
      excepted('venture-capital', 30, { actsJointly: true }),
    ],
    210,
  ],
  [
    '3(2) an investor that we hold is no exception',
    [heldBy(30, 100, { holder: 'university' })],
    40,
  ],
  ['3(3)(a) 50 % of the votes is no majority', [holds(50, 100)], 60],
  ['3(3)(a) more than half of the votes', [holds(50.01, 100)], 110],
  [
    '3(3)(a) more than half of the capital, but not of the votes',
    [holds(60, 100, { votes: 40 })],
    70,
  ],
  [
    '3(3)(a) more than half of the votes, but not of the capital',
    [holds(20, 100, { votes: 51 })],
    110,
  ],
  ['3(3)(a) downstream alike', [heldBy(51, 100)], 110],
  ['3(3)(b) to (d) control with a smaller share', [holds(10, 100, { control: true })], 110],
  [
    '3(3) an investor that manages has control',
    [excepted('venture-capital', 30, { control: true })],
    110,
  ],
  ['3(3) an investor that keeps out of management has none', [excepted('venture-capital', 30)], 10],
  ['3(3) through another firm', [holds(60, 100, {}, [holds(60, 200, {}, [holds(60, 300)])])], 610],
  ['3(3) sisters through their mother', [holds(60, 100, {}, [heldBy(60, 200)])], 310],
  ['3(3) through an investor', [excepted('venture-capital', 60, {}, [heldBy(60, 200)])], 310],
  [
    '3(3) two firms of one group jointly: 30 and 30 %',
    [holds(30, 100, { key: 'a' }, [heldBy(80, 200, { key: 'b' })]), holds(30, 200, { key: 'b' })],
    310,
  ],
  [
    '3(3) our own firms jointly: 30 and 30 % of a third',
    [heldBy(80, 100, {}, [heldBy(30, 200, { key: 'c' })]), heldBy(30, 200, { key: 'c' })],
    310,
  ],
  [
    '3(3) through a person in the same or an adjacent market',
    [person(60, [heldBy(60, 100, { sameMarket: true })])],
    110,
  ],
  ['3(3) through a person in another market', [person(60, [heldBy(60, 100)])], 10],
  [
    '3(3) a person without the majority links nothing',
    [person(50, [heldBy(60, 100, { sameMarket: true })])],
    10,
  ],
  [
    '3(3) nor with half of the other firm',
    [person(60, [heldBy(50, 100, { sameMarket: true })])],
    10,
  ],
  [
    '3(3) persons who act jointly',
    [
      person(30, [heldBy(30, 100, { key: 'x', sameMarket: true })], { actsJointly: true }),
      person(30, [heldBy(30, 100, { key: 'x' })], { actsJointly: true }),
    ],
    110,
  ],
  [
    '3(3) persons who do not act jointly',
    [
      person(30, [heldBy(30, 100, { key: 'x', sameMarket: true })]),
      person(30, [heldBy(30, 100, { key: 'x' })]),
    ],
    10,
  ],
  [
    '3(3) a person behind a linked firm',
    [holds(60, 100, {}, [person(80, [heldBy(90, 200, { sameMarket: true })])])],
    310,
  ],
  ['6(2) the proportion is the higher of capital and votes', [holds(30, 100, { votes: 45 })], 55],
  [
    '6(2) of cross-holdings the greater',
    [holds(30, 100, { key: 'p' }), heldBy(40, 100, { key: 'p' })],
    50,
  ],
  ['6(2) partners upstream and downstream', [holds(30, 100), heldBy(40, 100)], 80],
  ['6(2) linked firms in full', [holds(60, 100)], 110],
  ['6(2) not what the consolidated accounts hold', [holds(60, 100, { consolidated: true })], 10],
  ['6(2) only partners immediately up or down', [holds(30, 100, {}, [holds(30, 1000)])], 40],
  [
    '6(3) a partner brings the firms linked to it',
    [holds(30, 100, {}, [heldBy(60, 100)])],
    10 + 30 + 30,
  ],
  [
    '6(3) and nothing further: not the partners of those',
    [holds(30, 100, {}, [heldBy(60, 100, {}, [holds(40, 10_000)])])],
    70,
  ],
  [
    '6(3) but all that are linked to those',
    [holds(30, 100, {}, [heldBy(60, 100, {}, [heldBy(60, 100)])])],
    100,
  ],
  [
    '6(3) not what the accounts of the partner hold already',
    [holds(30, 100, {}, [heldBy(60, 100, { consolidated: true })])],
    40,
  ],
  [
    '6(3) a linked firm brings its partners by their share',
    [holds(60, 100, {}, [heldBy(40, 200)])],
    10 + 100 + 80,
  ],
  [
    '6(3) and the firms linked to those partners',
    [holds(60, 100, {}, [heldBy(40, 200, {}, [heldBy(60, 100)])])],
    10 + 100 + 80 + 40,
  ],
];

function excepted(
  holder: Holder,
  percent: number,
  change: Change & { figures?: null } = {},
  relations: RelatedFirm[] = [],
): RelatedFirm {
  return holds(percent, 100, { holder, ...change }, relations);
}

describe('articles 3 and 6', () => {
  test.each(sentences)('%s', (_sentence, relations, staff) => {
    const { total, missing } = sizeWith(relations);
    expect(missing).toEqual([]);
    expect(total.staffHundredths).toBe(staff * 100);
  });

  test('3(4) public bodies from 25 %, jointly or individually, directly or through others', () => {
    const publicly = (relations: RelatedFirm[]) => sizeWith(relations).publicControl !== null;
    const body = (percent: number, change: Change = {}) =>
      holds(percent, 0, { holder: 'public-body', ...change });
    expect(publicly([body(24.99)])).toBe(false);
    expect(publicly([body(25)])).toBe(true);
    expect(publicly([body(5, { votes: 25 })])).toBe(true);
    expect(publicly([body(5, { control: true })])).toBe(true);
    expect(publicly([body(13), body(12)])).toBe(true);
    expect(publicly([holds(30, 5, {}, [body(100)])])).toBe(true);
    expect(publicly([holds(24, 5, {}, [body(100)])])).toBe(false);
    expect(publicly([holds(60, 5, {}, [body(30)])])).toBe(false);
    expect(publicly([holds(100, 5, {}, [body(30)])])).toBe(true);
    expect(sizeWith([body(25)], 1).band).toBe('large');
  });

  test('3(4) except the investors of article 3(2), as long as they are not linked', () => {
    const publicly = (relation: RelatedFirm) => sizeWith([relation]).publicControl !== null;
    expect(publicly(excepted('small-local-authority', 50))).toBe(false);
    expect(publicly(excepted('small-local-authority', 51))).toBe(true);
    expect(publicly(excepted('public-investment-corporation', 40))).toBe(false);
    expect(publicly(excepted('public-investment-corporation', 60))).toBe(true);
    const behind = [holds(100, 0, { holder: 'public-body' })];
    expect(publicly(excepted('institutional-investor', 40, {}, behind))).toBe(false);
  });

  test('figures that are needed and not known are named, of partners and of those linked to them', () => {
    const unknown = { ...holds(60, 0, { name: 'Quill Ltd' }), figures: null };
    expect(sizeWith([unknown]).missing).toEqual(['Staff, turnover and balance sheet of Quill Ltd']);
    expect(sizeWith([holds(30, 5, {}, [unknown])]).band).toBeNull();
    expect(sizeWith([holds(20, 5, {}, [unknown])]).missing).toEqual([]);
  });
});

test('4(2) a size is lost or gained after two accounting periods in a row, not after one', () => {
  expect(bandOverYears(['small', 'medium'], 2)).toBe('small');
  expect(bandOverYears(['small', 'medium', 'medium'], 2)).toBe('medium');
  expect(bandOverYears(['medium', 'small', 'medium'], 2)).toBe('medium');
  expect(bandOverYears(['medium', 'small', 'small'], 2)).toBe('small');
});
