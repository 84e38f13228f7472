import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { adoptRuleSet } from './adopt-rule-set.ts';
import { copyRuleSet } from './copy-rule-set.ts';
import { removeRuleSet } from './remove-rule-set.ts';

const app = await createTestApp();

async function makeCopy() {
  const desk = await makeProgrammeDesk(app);
  const { ruleSetId } = await copyRuleSet(desk.manager, { code: 'eu-2021-27' });
  const rows = () =>
    desk.read((tx) => tx.selectFrom('rule_set').select('id').where('id', '=', ruleSetId).execute());
  return { ...desk, ruleSetId, rows };
}

test('a version that nobody adopted goes, and can be copied again', async () => {
  const { ruleSetId, rows, ...desk } = await makeCopy();
  await removeRuleSet(desk.manager, { ruleSetId });
  expect(await rows()).toEqual([]);
  expect(await desk.audited('remove-rule-set')).toMatchObject([
    { subject_id: ruleSetId, changes: { code: 'eu-2021-27' } },
  ]);
  await copyRuleSet(desk.manager, { code: 'eu-2021-27' });
});

test('refuses outsiders by role, and one that is gone', async () => {
  const { ruleSetId, ...desk } = await makeCopy();
  await expectWalls(desk.world, removeRuleSet, { ruleSetId });
  await removeRuleSet(desk.manager, { ruleSetId });
  await expect(removeRuleSet(desk.manager, { ruleSetId })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('refuses a version that a programme has adopted, in whatever state, and names it', async () => {
  const { ruleSetId, rows, ...desk } = await makeCopy();
  const programmeId = desk.world.programme.id;
  await adoptRuleSet(desk.manager, { programmeId, ruleSetId, adoptedOn: '2026-11-24' });
  await expect(removeRuleSet(desk.manager, { ruleSetId })).rejects.toMatchObject({
    code: 'precondition',
    message: expect.stringContaining(desk.world.programme.name),
  });
  expect(await rows()).toHaveLength(1);
});
