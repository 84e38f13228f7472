import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { recordOutput } from './record-output.ts';
import { verifyOutput } from './verify-output.ts';
import { withdrawOutput } from './withdraw-output.ts';

const app = await createTestApp();

async function makeOutput() {
  const desk = await makeDesk(app);
  const output = {
    enrolmentId: desk.enrolmentId,
    indicator: 'C28',
    value: 1,
    achievedOn: '2026-11-02',
  };
  const { outputId } = await recordOutput(desk.adviser, output);
  const stored = () =>
    desk.read((tx) =>
      tx.selectFrom('output').select(['state', 'verified_by']).executeTakeFirstOrThrow(),
    );
  return { ...desk, outputId, output, stored };
}

test('a second person verifies what the first recorded', async () => {
  const { outputId, ...desk } = await makeOutput();
  const verifier = await desk.world.ctxAs('verifier');
  await verifyOutput(verifier, { outputId });
  expect(await desk.stored()).toEqual({
    state: 'verified',
    verified_by: verifier.actor.personId,
  });
  expect(await desk.audited('verify-output')).toMatchObject([
    { subject_id: outputId, changes: { state: ['recorded', 'verified'] } },
  ]);
});

test('nobody verifies the own record, whatever their roles', async () => {
  const desk = await makeDesk(app);
  const both = await desk.world.ctxFor(
    await desk.world.person({ roles: ['adviser', 'verifier', 'manager'] }),
  );
  const { outputId } = await recordOutput(both, {
    enrolmentId: desk.enrolmentId,
    indicator: 'C28',
    achievedOn: '2026-11-02',
  });
  await expect(verifyOutput(both, { outputId })).rejects.toThrow('another person');
});

test('refuses outsiders and the adviser, and what is verified already or withdrawn', async () => {
  const { outputId, ...desk } = await makeOutput();
  await expectWalls(desk.world, verifyOutput, { outputId });
  const verifier = await desk.world.ctxAs('verifier');
  await verifyOutput(verifier, { outputId });
  await expect(verifyOutput(verifier, { outputId })).rejects.toMatchObject({
    code: 'precondition',
  });
  await withdrawOutput(verifier, { outputId, reason: 'A mistake' });
  await expect(verifyOutput(verifier, { outputId })).rejects.toThrow('was withdrawn');
});
