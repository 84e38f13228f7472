import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { makeProgramme } from '../../../../test/factories/programmes.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { newId } from '../../../kernel/ids.ts';
import { addDocument } from '../../enterprises/commands/add-document.ts';
import { enrolEnterprise } from '../../enterprises/commands/enrol-enterprise.ts';
import { recordOutput } from './record-output.ts';
import { withdrawOutput } from './withdraw-output.ts';

const app = await createTestApp();
const output = { indicator: 'C8', value: 1.5, achievedOn: '2026-11-02' };

test('an output is recorded once; a double click records one', async () => {
  const { enrolmentId, ...desk } = await makeDesk(app);
  const ctx = { ...desk.adviser, idempotencyKey: 'output-once-00001' };
  const { outputId } = await recordOutput(ctx, { enrolmentId, ...output });
  expect(await recordOutput(ctx, { enrolmentId, ...output })).toEqual({ outputId });
  const rows = await desk.read((tx) =>
    tx.selectFrom('output').select(['id', 'value', 'state', 'recorded_by']).execute(),
  );
  expect(rows).toEqual([
    { id: outputId, value: 1.5, state: 'recorded', recorded_by: desk.adviser.actor.personId },
  ]);
  expect(await desk.audited('record-output')).toMatchObject([
    { subject_id: outputId, changes: { indicator: 'C8', value: 1.5 } },
  ]);
});

test('an enterprise has an indicator once, until the first is withdrawn', async () => {
  const { enrolmentId, ...desk } = await makeDesk(app);
  const { outputId } = await recordOutput(desk.adviser, { enrolmentId, ...output });
  await expect(recordOutput(desk.adviser, { enrolmentId, ...output })).rejects.toMatchObject({
    fields: { indicator: expect.stringContaining('already') },
  });
  const manager = await desk.world.ctxAs('manager');
  await withdrawOutput(manager, { outputId, reason: 'The post was not filled' });
  await recordOutput(desk.adviser, { enrolmentId, ...output });
});

test('what is counted from hours cannot be recorded by hand', async () => {
  const { enrolmentId, ...desk } = await makeDesk(app);
  await expect(
    recordOutput(desk.adviser, { enrolmentId, ...output, indicator: 'C1', value: 1 }),
  ).rejects.toMatchObject({ fields: { indicator: expect.stringContaining('confirmed hours') } });
});

test('refuses a day before eligibility or to come, two enterprises in one, and unknown rules', async () => {
  const { enrolmentId, ...desk } = await makeDesk(app);
  const fieldOf = (more: object) =>
    recordOutput(desk.adviser, { enrolmentId, ...output, ...more }).then(
      () => [],
      (error: { fields: object }) => Object.keys(error.fields),
    );
  expect(await fieldOf({ achievedOn: '2026-01-18' })).toEqual(['achievedOn']);
  expect(await fieldOf({ achievedOn: '2026-11-25' })).toEqual(['achievedOn']);
  expect(await fieldOf({ indicator: 'C26', value: 2 })).toEqual(['value']);
  expect(await fieldOf({ indicator: 'RCO01' })).toEqual(['indicator']);
  expect(await fieldOf({ value: 0 })).toEqual(['value']);
  expect(await fieldOf({ achievedOn: '2026-01-19' })).toEqual([]);
});

test('refuses outsiders, a firm that is not eligible yet, and a document of somebody else', async () => {
  const { enrolmentId, ...desk } = await makeDesk(app);
  await expectWalls(desk.world, recordOutput, { enrolmentId, ...output });
  const applied = await desk.world.enrolment({ state: 'applied' });
  await expect(
    recordOutput(desk.adviser, { enrolmentId: applied.id, ...output }),
  ).rejects.toMatchObject({ code: 'precondition' });
  await expect(
    recordOutput(desk.adviser, { enrolmentId, ...output, documentId: newId() }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('an output does not rest on a document that belongs to another programme', async () => {
  const { enrolmentId, enterpriseId, ...desk } = await makeDesk(app);
  const other = await makeProgramme(app, desk.world.org, { programme: 'Neighbour' });
  const neighbour = await desk.world.ctxAs('adviser', { programmeId: other.id });
  const elsewhere = await enrolEnterprise(desk.adviser, { programmeId: other.id, enterpriseId });
  const paper = {
    kind: 'other' as const,
    title: 'Payroll',
    fileName: 'payroll.csv',
    bytes: new TextEncoder().encode('Name\nAnn\n'),
  };
  const theirs = await addDocument(neighbour, { ...paper, enrolmentId: elsewhere.enrolmentId });
  const ours = await addDocument(desk.adviser, { ...paper, enrolmentId });
  await expect(
    recordOutput(desk.adviser, { enrolmentId, ...output, documentId: theirs.documentId }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await recordOutput(desk.adviser, { enrolmentId, ...output, documentId: ours.documentId });
});
