import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { adoptRuleSet } from './adopt-rule-set.ts';
import { copyRuleSet } from './copy-rule-set.ts';
import { setTargets } from './set-targets.ts';

const app = await createTestApp();

async function makeChoice(state: 'draft' | 'open' | 'closed') {
  const desk = await makeProgrammeDesk(app, state);
  const { ruleSetId } = await copyRuleSet(desk.manager, { code: 'eu-2021-27' });
  const adoptions = () =>
    desk.read((tx) =>
      tx
        .selectFrom('rule_set_adoption')
        .select(['rule_set_id', 'adopted_on', 'reason', 'adopted_by'])
        .orderBy('adopted_on')
        .execute(),
    );
  return { ...desk, ruleSetId, adoptions };
}

test('a draft replaces its choice freely and takes the currency of the rules', async () => {
  const { programmeId, ruleSetId, ...desk } = await makeChoice('draft');
  const adoptedOn = '2025-04-01';
  await adoptRuleSet(desk.manager, { programmeId, ruleSetId, adoptedOn });
  expect(await desk.adoptions()).toMatchObject([
    { rule_set_id: ruleSetId, adopted_on: adoptedOn, adopted_by: desk.manager.actor.personId },
  ]);
  expect(await desk.row()).toMatchObject({ currency: 'EUR', setup_step: 'area' });
  expect(await desk.audited('adopt-rule-set')).toMatchObject([
    { changes: { ruleSet: ruleSetId, adoptedOn } },
  ]);
});

test('a started programme keeps the rules agreed until a dated change with a reason', async () => {
  const { programmeId, ruleSetId, ...desk } = await makeChoice('open');
  const input = { programmeId, ruleSetId, adoptedOn: '2026-12-01' };
  await expect(adoptRuleSet(desk.manager, input)).rejects.toMatchObject({
    fields: { reason: expect.any(String) },
  });
  await expect(
    adoptRuleSet(desk.manager, { ...input, reason: 'CR 4', adoptedOn: '2025-04-01' }),
  ).rejects.toMatchObject({ fields: { adoptedOn: expect.stringContaining('after the rules') } });
  const ctx = { ...desk.manager, idempotencyKey: 'adopt-once-000001' };
  await adoptRuleSet(ctx, { ...input, reason: 'CR 4' });
  await adoptRuleSet(ctx, { ...input, reason: 'CR 4' });
  expect(await desk.adoptions()).toMatchObject([
    { adopted_on: '2025-04-01' },
    { adopted_on: '2026-12-01', reason: 'CR 4' },
  ]);
});

test('refuses outsiders, a closed programme, and rules of another organisation', async () => {
  const { programmeId, ruleSetId, ...desk } = await makeChoice('draft');
  const input = { programmeId, ruleSetId, adoptedOn: '2025-04-01' };
  await expectWalls(desk.world, adoptRuleSet, input);
  const foreign = await makeChoice('draft');
  await expect(
    adoptRuleSet(desk.manager, { ...input, ruleSetId: foreign.ruleSetId }),
  ).rejects.toMatchObject({ code: 'not-found' });
  const closed = await makeChoice('closed');
  await expect(
    adoptRuleSet(closed.manager, {
      programmeId: closed.programmeId,
      ruleSetId: closed.ruleSetId,
      adoptedOn: '2026-12-01',
      reason: 'x',
    }),
  ).rejects.toMatchObject({ code: 'precondition' });
});

test('of two people who adopt at once the second is told', async () => {
  const { programmeId, ruleSetId, ...desk } = await makeChoice('open');
  const input = { programmeId, ruleSetId, version: 1, reason: 'CR 4' };
  await adoptRuleSet(desk.manager, { ...input, adoptedOn: '2026-12-01' });
  await expect(
    adoptRuleSet(desk.manager, { ...input, adoptedOn: '2026-12-15' }),
  ).rejects.toMatchObject({ code: 'conflict' });
});

test('names the targets of indicators that the rules adopted do not know', async () => {
  const { programmeId, ruleSetId, ...desk } = await makeChoice('open');
  const reason = 'CR 5';
  await setTargets(desk.manager, {
    ...{ programmeId, version: 1, reason },
    targets: ['C8', 'RCO01'].map((indicator) => ({ indicator, quarter: '2026-Q4', value: 2 })),
  });
  const adopted = await adoptRuleSet(desk.manager, {
    ...{ programmeId, ruleSetId, reason, adoptedOn: '2026-12-01' },
  });
  expect(adopted.strayTargets).toEqual(['C8']);
});
