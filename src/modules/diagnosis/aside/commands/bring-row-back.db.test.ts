import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { asidesOf } from '../reads.ts';
import { bringRowBack } from './bring-row-back.ts';
import { putRowAside } from './put-row-aside.ts';

const app = await createTestApp();

test('brings a row back, once', async () => {
  const desk = await makeDesk(app, { state: 'eligible' });
  const programmeId = desk.world.programme.id;
  const rowKey = `call/${desk.enrolmentId}`;
  const row = { programmeId, rowKey, cause: '2026-11-20', reason: 'They ring us.' };
  const { asideId } = await putRowAside(desk.adviser, row);
  await expectWalls(desk.world, bringRowBack, { asideId });
  expect(await bringRowBack(desk.adviser, { asideId })).toEqual({ rowKey });
  expect(await desk.read((tx) => asidesOf(tx, programmeId))).toEqual(new Map());
  await expect(bringRowBack(desk.adviser, { asideId })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await desk.audited('bring-row-back')).toMatchObject([
    { subject_id: asideId, changes: { rowKey } },
  ]);
});
