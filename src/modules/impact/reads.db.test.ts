import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { makeDesk } from '../../../test/factories/enterprise-desk.ts';
import { newId } from '../../kernel/ids.ts';
import { outputsOfProgramme } from './reads.ts';

const app = await createTestApp();

test('two records of one firm are one unit, in whatever state the enrolment of the other is', async () => {
  const desk = await makeDesk(app);
  const twin = await desk.world.enrolment({ state: 'eligible' });
  const { orgId, programme } = desk.world;
  await app.database.tenant(orgId, async (tx) => {
    for (const enrolment_id of [desk.enrolmentId, twin.id]) {
      await tx
        .insertInto('output')
        .values({
          org_id: orgId,
          id: newId(),
          programme_id: programme.id,
          enrolment_id,
          indicator: 'C8',
          value: 2,
          achieved_on: '2026-11-02',
          recorded_at: '2026-11-02T10:00:00.000Z',
        })
        .execute();
    }
  });
  const manager = await desk.world.ctxAs('manager');
  const c8 = async () => {
    const outputs = await desk.read((tx) => outputsOfProgramme(tx, manager, programme.id));
    const found = outputs.find((one) => one.indicator.code === 'C8');
    return [found?.units.length, found?.doubles.length];
  };
  expect(await c8()).toEqual([2, 0]);
  await app.database.tenant(orgId, (tx) =>
    tx
      .updateTable('enterprise')
      .set({ merged_into: desk.enterpriseId })
      .where('id', '=', twin.enterprise.id)
      .execute(),
  );
  expect(await c8()).toEqual([1, 1]);
});
