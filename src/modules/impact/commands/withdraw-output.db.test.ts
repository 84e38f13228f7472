import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { outputsOfProgramme } from '../reads.ts';
import { recordOutput } from './record-output.ts';
import { withdrawOutput } from './withdraw-output.ts';

const app = await createTestApp();
const reason = 'The post was never filled';

async function makeOutput() {
  const desk = await makeDesk(app);
  const { outputId } = await recordOutput(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    indicator: 'C8',
    value: 2,
    achievedOn: '2026-11-02',
  });
  const counted = async () => {
    const all = await desk.read((tx) =>
      outputsOfProgramme(tx, desk.adviser, desk.world.programme.id),
    );
    return all.find((one) => one.indicator.code === 'C8')?.units.length;
  };
  return { ...desk, outputId, counted, manager: await desk.world.ctxAs('manager') };
}

test('a withdrawn output counts nowhere and its row stays', async () => {
  const { outputId, ...desk } = await makeOutput();
  expect(await desk.counted()).toBe(1);
  await withdrawOutput(desk.manager, { outputId, reason });
  expect(await desk.counted()).toBe(0);
  const rows = await desk.read((tx) => tx.selectFrom('output').select('state').execute());
  expect(rows).toEqual([{ state: 'withdrawn' }]);
  expect(await desk.audited('withdraw-output')).toMatchObject([
    { subject_id: outputId, reason, changes: { state: ['recorded', 'withdrawn'] } },
  ]);
});

test('refuses outsiders and the adviser, an empty reason, and a second time', async () => {
  const { outputId, ...desk } = await makeOutput();
  await expectWalls(desk.world, withdrawOutput, { outputId, reason });
  await expect(withdrawOutput(desk.manager, { outputId, reason: '' })).rejects.toMatchObject({
    fields: { reason: 'Say why the output is taken out.' },
  });
  await withdrawOutput(desk.manager, { outputId, reason });
  await expect(withdrawOutput(desk.manager, { outputId, reason })).rejects.toMatchObject({
    code: 'precondition',
  });
});
