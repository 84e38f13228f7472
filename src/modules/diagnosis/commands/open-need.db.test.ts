import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { needsOf } from '../reads.ts';
import { openNeed } from './open-need.ts';

const app = await createTestApp();
const need = { area: 'finance' as const, detail: 'No cash forecast' };

test('a need opens today with its clock, at a usual pace unless told otherwise', async () => {
  const desk = await makeDesk(app);
  const { needId } = await openNeed(desk.adviser, { enrolmentId: desk.enrolmentId, ...need });
  expect(await desk.read((tx) => needsOf(tx, desk.enrolmentId))).toMatchObject([
    { id: needId, state: 'open', openedOn: '2026-11-24', priority: 2, minutesPerMonth: 120 },
  ]);
  expect(await desk.audited('open-need')).toMatchObject([
    { subject_id: needId, changes: { area: 'finance' } },
  ]);
});

test('pressing the button twice opens one need', async () => {
  const desk = await makeDesk(app);
  const ctx = { ...desk.adviser, idempotencyKey: 'pressed-twice' };
  const input = { enrolmentId: desk.enrolmentId, ...need };
  expect(await openNeed(ctx, input)).toEqual(await openNeed(ctx, input));
  expect(await desk.read((tx) => needsOf(tx, desk.enrolmentId))).toHaveLength(1);
});

test('refuses outsiders, a need without words, tomorrow and an enterprise that has left', async () => {
  const desk = await makeDesk(app);
  const input = { enrolmentId: desk.enrolmentId, ...need };
  await expectWalls(desk, openNeed, input);
  await expect(openNeed(desk.adviser, { ...input, detail: ' ' })).rejects.toMatchObject({
    fields: { detail: 'Say in a sentence what is needed.' },
  });
  await expect(openNeed(desk.adviser, { ...input, openedOn: '2026-11-25' })).rejects.toMatchObject({
    code: 'invalid',
  });
  const left = await makeDesk(app, { state: 'closed' });
  await expect(
    openNeed(left.adviser, { ...need, enrolmentId: left.enrolmentId }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
