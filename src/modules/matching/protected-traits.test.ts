import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Candidate, NeedToMatch } from './candidate.ts';
import { partKeys } from './weights.ts';

const here = new URL('./', import.meta.url);
const source = (name: string) => readFileSync(new URL(name, here), 'utf8');

/** Everything that makes or feeds a score. A new file of the scoring belongs into this list. */
const scoring = [
  'candidate.ts',
  'candidates.ts',
  'hard-rules.ts',
  'learnt-rows.ts',
  'need-to-match.ts',
  'pair-fact-rows.ts',
  'ranking.ts',
  'score-parts.ts',
  'weights.ts',
  '../mentors/reads.ts',
];

const isProtected =
  /\b(sex|gender|ethnic\w*|race|disab\w*|religio\w*|birth\w*|born|age|pregnan\w*|marital|orientation|nationality|access_needs|equality\w*)\b/i;

const code = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

test('no protected trait is read by anything that makes a score', () => {
  for (const name of scoring) expect(code(source(name)), name).not.toMatch(isProtected);
  expect(partKeys.join(' ')).not.toMatch(isProtected);
});

test('the traits that mentors gave are read for a stated wish and by the mentor alone', () => {
  const readers = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .filter((name) => source(name).includes('mentor_trait'));
  expect(readers.toSorted()).toEqual([
    'learnt-rows.ts',
    'wishes/commands/give-traits.ts',
    'wishes/reads.ts',
  ]);
  const [, fromWish] = source('learnt-rows.ts').split('from mentor_trait');
  expect(fromWish).toMatch(/^ g\s+where g\.org_id = w\.org_id and g\.trait = w\.trait/);
});

test('a pair to be scored has no field for a protected trait', () => {
  const fields: Record<keyof (Candidate & NeedToMatch), true> = {
    id: true,
    state: true,
    inducted: true,
    codeSigned: true,
    load: true,
    conflicts: true,
    vetoes: true,
    languages: true,
    expertise: true,
    sectors: true,
    businessModels: true,
    stages: true,
    meets: true,
    place: true,
    travelsKm: true,
    authorityCodes: true,
    slots: true,
    style: true,
    perceivedFit: true,
    feedback: true,
    trainingCurrent: true,
    busyUntil: true,
    enterpriseId: true,
    area: true,
    topics: true,
    sector: true,
    businessModel: true,
    stage: true,
    meeting: true,
    authorityCode: true,
    slotsNeededPerMonth: true,
    contrast: true,
    vetoed: true,
    triedForFit: true,
    barred: true,
    asked: true,
    declined: true,
    turnedDown: true,
    felt: true,
    wish: true,
  };
  expect(Object.keys(fields).join(' ')).not.toMatch(isProtected);
});
