import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { shippedRuleSet } from '../shipped-rule-sets/shipped.ts';
import { copyRuleSet } from './copy-rule-set.ts';
import { editRuleSet } from './edit-rule-set.ts';

const app = await createTestApp();
const body = { ...shippedRuleSet('ukspf') };

async function makeCopy() {
  const desk = await makeProgrammeDesk(app);
  const { ruleSetId } = await copyRuleSet(desk.manager, { code: 'ukspf' });
  return { ...desk, ruleSetId };
}

test('an edit is the next version, and the one that programmes adopted stays', async () => {
  const { ruleSetId, ...desk } = await makeCopy();
  const ctx = { ...desk.manager, idempotencyKey: 'edit-rules-000001' };
  const input = { ruleSetId, version: '2026 b', body: { ...body, name: 'Our reading' } };
  const edited = await editRuleSet(ctx, input);
  expect(await editRuleSet(ctx, input)).toEqual(edited);
  const rows = await desk.read((tx) =>
    tx
      .selectFrom('rule_set')
      .select(['id', 'version', 'name'])
      .where('code', '=', 'ukspf')
      .orderBy('version')
      .execute(),
  );
  expect(rows).toEqual([
    { id: ruleSetId, version: body.version, name: body.name },
    { id: edited.ruleSetId, version: '2026 b', name: 'Our reading' },
  ]);
  expect(await desk.audited('edit-rule-set')).toMatchObject([
    { changes: { basedOn: ruleSetId, version: [body.version, '2026 b'] } },
  ]);
});

test('refuses outsiders, a version that is there already, and rules that make no sense', async () => {
  const { ruleSetId, ...desk } = await makeCopy();
  await expectWalls(desk.world, editRuleSet, { ruleSetId, version: '3', body });
  await expect(
    editRuleSet(desk.manager, { ruleSetId, version: body.version, body }),
  ).rejects.toMatchObject({ fields: { version: expect.stringContaining('already') } });
  await expect(
    editRuleSet(desk.manager, { ruleSetId, version: '3', body: { ...body, indicators: [] } }),
  ).rejects.toMatchObject({ fields: { indicators: expect.any(String) } });
});

test('a rule set has no state: the name of its code is kept whatever the form says', async () => {
  const { ruleSetId, ...desk } = await makeCopy();
  const { ruleSetId: next } = await editRuleSet(desk.manager, {
    ruleSetId,
    version: '4',
    body: { ...body, code: 'another', version: '9' },
  });
  const row = await desk.read((tx) =>
    tx.selectFrom('rule_set').select('body').where('id', '=', next).executeTakeFirstOrThrow(),
  );
  expect(row.body).toMatchObject({ code: 'ukspf', version: '4' });
});
