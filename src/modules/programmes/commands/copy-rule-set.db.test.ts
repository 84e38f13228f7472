import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectRoleWalls } from '../../../../test/factories/walls.ts';
import { copyRuleSet } from './copy-rule-set.ts';

const app = await createTestApp();

test('a shipped rule set comes into the own list; a double click copies it once', async () => {
  const desk = await makeProgrammeDesk(app);
  const ctx = { ...desk.manager, idempotencyKey: 'copy-once-0000001' };
  const copied = await copyRuleSet(ctx, { code: 'ukspf' });
  expect(await copyRuleSet(ctx, { code: 'ukspf' })).toEqual(copied);
  const rows = await desk.read((tx) =>
    tx
      .selectFrom('rule_set')
      .select(['id', 'copied_from', 'created_by'])
      .where('code', '=', 'ukspf')
      .execute(),
  );
  expect(rows).toEqual([
    { id: copied.ruleSetId, copied_from: 'ukspf', created_by: desk.manager.actor.personId },
  ]);
  expect(await desk.audited('copy-rule-set')).toMatchObject([{ subject_id: copied.ruleSetId }]);
});

test('refuses outsiders, rules that nobody ships, and rules that are in the list already', async () => {
  const desk = await makeProgrammeDesk(app);
  await expectRoleWalls(desk.world, copyRuleSet, { code: 'ukspf' });
  await copyRuleSet(desk.manager, { code: 'ukspf' });
  await expect(copyRuleSet(desk.manager, { code: 'ukspf' })).rejects.toMatchObject({
    fields: { code: expect.stringContaining('already') },
  });
  await expect(copyRuleSet(desk.manager, { code: 'nobody' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('each organisation has its own copy; another organisation does not see it', async () => {
  const [here, there] = [await makeProgrammeDesk(app), await makeProgrammeDesk(app)];
  await copyRuleSet(there.manager, { code: 'ukspf' });
  const seen = await here.read((tx) =>
    tx.selectFrom('rule_set').select('id').where('code', '=', 'ukspf').execute(),
  );
  expect(seen).toEqual([]);
  expect(await copyRuleSet(here.manager, { code: 'ukspf' })).toMatchObject({
    ruleSetId: expect.any(String),
  });
});
