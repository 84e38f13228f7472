import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { statedFactsOf } from '../reads.ts';
import { stateFacts } from '../state-facts-step.ts';
import { recordRelation } from './record-relation.ts';
import { recordSubsidy } from './record-subsidy.ts';
import { setAsideFact } from './set-aside-fact.ts';

const app = await createTestApp();

async function stated() {
  const desk = await makeDesk(app, { state: 'applied' });
  const { enrolmentId } = desk;
  const statedOn = '2026-11-20';
  const facts = [
    { kind: 'relation', words: 'Quill Holdings Ltd owns 60% of us', statedOn },
    { kind: 'subsidy', words: 'City Council, 2025, £1,000', statedOn },
  ] as const;
  await desk.write((tx) => stateFacts(tx, desk.adviser, enrolmentId, facts));
  const open = (kind: 'relation' | 'subsidy') =>
    desk.read((tx) => statedFactsOf(tx, enrolmentId, kind));
  const idOf = async (kind: 'relation' | 'subsidy') => (await open(kind))[0]?.id ?? '';
  return { desk, enrolmentId, facts, open, idOf };
}

test('the same words stated again are kept once', async () => {
  const { desk, enrolmentId, facts, open } = await stated();
  await desk.write((tx) => stateFacts(tx, desk.adviser, enrolmentId, facts));
  expect(await open('relation')).toHaveLength(1);
});

test('a relation or aid recorded from what was stated confirms it', async () => {
  const { desk, enrolmentId, open, idOf } = await stated();
  await recordRelation(desk.adviser, {
    ...{ enrolmentId, name: 'Quill Holdings Ltd', direction: 'holds-us', percent: 60 },
    factId: await idOf('relation'),
  });
  await recordSubsidy(desk.adviser, {
    ...{ enrolmentId, giver: 'City Council', regime: 'mfa', amountMinor: 100_000 },
    ...{ awardedOn: '2025-06-01', factId: await idOf('subsidy') },
  });
  expect([await open('relation'), await open('subsidy')]).toEqual([[], []]);
});

test('what needs no record is set aside once, by staff of the programme, at its own firm', async () => {
  const { desk, enrolmentId, open, idOf } = await stated();
  const factId = await idOf('subsidy');
  // Another role, another programme, another organisation.
  await expectWalls(desk, setAsideFact, { enrolmentId, factId });
  const other = await desk.world.enrolment({ state: 'applied' });
  await expect(setAsideFact(desk.adviser, { enrolmentId: other.id, factId })).rejects.toMatchObject(
    { code: 'precondition' },
  );
  await setAsideFact(desk.adviser, { enrolmentId, factId });
  expect(await open('subsidy')).toEqual([]);
  await expect(setAsideFact(desk.adviser, { enrolmentId, factId })).rejects.toMatchObject({
    code: 'precondition',
  });
  expect(await desk.audited('set-aside-fact')).toMatchObject([{ subject_id: factId }]);
});
