import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { latestTests } from '../reads.ts';
import { assessEligibility } from './assess-eligibility.ts';

const app = await createTestApp();
const zone = 'Europe/London';

test('a trading date is kept on the enterprise and also moves the tests that depend on it', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const { enrolmentId } = desk;
  await assessEligibility(desk.adviser, {
    enrolmentId,
    facts: { test: 'difficulty', isInsolvent: false, capitalMinor: null, lossesMinor: null },
  });
  const before = await desk.read((tx) => latestTests(tx, enrolmentId, zone));
  expect(before.get('difficulty')?.result).toBe('missing');
  const saved = await assessEligibility(desk.adviser, {
    enrolmentId,
    facts: { test: 'trading-age', tradingSince: '2025-09-01' },
    evidence: 'Register extract',
  });
  expect(saved.result).toBe('met');
  const after = await desk.read((tx) => latestTests(tx, enrolmentId, zone));
  expect(after.get('difficulty')).toMatchObject({
    result: 'met',
    because:
      'Trading since 1 September 2025; losses are looked at only after 3 years, from the day after 1 September 2028.',
    facts: { isInsolvent: false },
  });
  expect(after.get('trading-age')).toMatchObject({
    evidence: 'Register extract',
    decidedByName: desk.adviser.actor.name,
    decidedOn: '2026-11-24',
  });
  expect(await desk.audited('assess-eligibility')).toMatchObject([
    { changes: { test: 'difficulty', result: 'missing' } },
    { changes: { test: 'trading-age', result: 'met' } },
  ]);
});

test('a judgement needs a reason, and an enterprise that has left is not assessed', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const input = {
    enrolmentId: desk.enrolmentId,
    facts: { test: 'remit' as const, judgement: { accepted: true, reason: '' } },
  };
  await expect(assessEligibility(desk.adviser, input)).rejects.toMatchObject({
    fields: { 'facts.judgement.reason': 'Say why the test is answered so.' },
  });
  await expectWalls(desk, assessEligibility, {
    ...input,
    facts: { test: 'remit', judgement: null },
  });
  const left = await makeDesk(app, { state: 'withdrawn' });
  await expect(
    assessEligibility(left.adviser, {
      enrolmentId: left.enrolmentId,
      facts: { test: 'remit', judgement: null },
    }),
  ).rejects.toMatchObject({ code: 'precondition' });
});

test('refuses a closed year that has not ended, unless it is an estimate', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const year = {
    yearEnd: '2027-03-31',
    staffHundredths: 300,
    turnoverMinor: 1,
    balanceSheetMinor: 1,
  };
  const facts = {
    ...{ test: 'size' as const, years: [year], currency: 'GBP', rate: null },
    ...{ hasOwnerChanged: false, areRelationsDeclared: true },
  };
  const { enrolmentId } = desk;
  await expect(
    assessEligibility(desk.adviser, { enrolmentId, facts: { ...facts, isEstimate: false } }),
  ).rejects.toMatchObject({ fields: { lastYearEnd: expect.any(String) } });
  await assessEligibility(desk.adviser, { enrolmentId, facts: { ...facts, isEstimate: true } });
});
