import { describe, expect, test } from 'vitest';
import type { Advice, ScarceSkill } from './scarcity.ts';
import {
  broughtWords,
  chainSentences,
  funnelWords,
  servingWords,
  worthOf,
} from './scarcity-words.ts';

const finance: ScarceSkill = {
  area: 'finance',
  sector: null,
  places: 1,
  level: 4,
  further: [
    {
      worth: 12_000,
      served: ['baker'],
      chains: [
        [
          { need: 'alder', from: 'cohen', to: 'newcomer' },
          { need: 'patel', from: 'grace', to: 'cohen' },
          { need: 'baker', from: null, to: 'grace' },
        ],
      ],
      servedInAll: 3,
      meanFit: 7400,
    },
    { worth: 300, served: [], chains: [], servedInAll: 3, meanFit: 7500 },
  ],
};

const advice: Advice = {
  open: 4,
  served: 2,
  meanFit: 7400,
  mentors: 3,
  skills: [finance],
  enough: [],
  unserved: [],
  names: {},
};

const names: Record<string, string> = {
  alder: 'Alder Ltd',
  patel: 'Patel Ltd',
  baker: 'Baker Ltd',
  cohen: 'Ruth Cohen',
  grace: 'Grace Okafor',
};

describe('the worth of further mentors in words', () => {
  test('is told as needs served and mean fit, all mentors so far together', () => {
    expect(broughtWords(finance, 1, advice)).toBe('1 need more, mean fit 74');
    expect(broughtWords(finance, 2, advice)).toBe('1 need more, mean fit 75');
    expect(broughtWords(finance, 3, advice)).toBe('Nothing more');
    expect(worthOf(finance, 2)).toBe(12_300);
  });

  test('says nobody more where only the fit rises', () => {
    expect(broughtWords(finance, 2, { ...advice, served: 3 })).toBe('Nobody more, mean fit 75');
  });

  test('tells the chain from the newcomer to the firm that is served at last', () => {
    const [first] = finance.further;
    expect(first && chainSentences(first, (id) => names[id] ?? id)).toEqual([
      'Alder Ltd goes to the new mentor and leaves Ruth Cohen; Patel Ltd moves from Grace Okafor to Ruth Cohen; Baker Ltd gets Grace Okafor, and is served at last.',
    ]);
  });
});

test('a need that nobody serves says how many each rule keeps out, what is left and who would serve it', () => {
  const need = {
    needId: 'baker',
    enrolmentId: 'x',
    firm: 'Baker Ltd',
    area: 'finance' as const,
    sector: null,
    days: 12,
    funnel: [
      { rule: 'expertise-too-low' as const, mentors: 12 },
      { rule: 'paused' as const, mentors: 3 },
    ],
    mentors: 22,
    may: 2,
    withPlace: 0,
    isPossible: true,
  };
  expect(funnelWords(need)).toBe(
    'Of 22 mentors: 12 with too little expertise and 3 paused. 2 could, none with a place.',
  );
  expect(funnelWords({ ...need, may: 0 })).toMatch(/Nobody is left\.$/);
  expect(servingWords(advice, need)).toBe('A mentor for Finance and investment readiness');
  expect(servingWords(advice, { ...need, needId: 'other' })).toMatch(
    /^A further mentor after three/,
  );
  expect(servingWords(advice, { ...need, needId: 'other', isPossible: false })).toMatch(/^No kind/);
});
