import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { setCadence } from './set-cadence.ts';

const app = await createTestApp();
const cadence = {
  version: 1,
  stage: 'growth',
  cadenceDays: 10,
  nextContactOn: '2026-12-04',
} as const;

test('stage, days between contacts and the next contact are set together', async () => {
  const desk = await makeDesk(app);
  await setCadence(desk.adviser, { enrolmentId: desk.enrolmentId, ...cadence });
  expect(await desk.row()).toMatchObject({
    stage: 'growth',
    cadence_days: 10,
    next_contact_on: '2026-12-04',
  });
  expect(await desk.audited('set-cadence')).toHaveLength(1);
});

test('refuses 0 days, an enterprise that has left, and outsiders', async () => {
  const desk = await makeDesk(app);
  const input = { enrolmentId: desk.enrolmentId, ...cadence };
  await expect(setCadence(desk.adviser, { ...input, cadenceDays: 0 })).rejects.toMatchObject({
    fields: { cadenceDays: 'Enter 1 day or more.' },
  });
  await expectWalls(desk, setCadence, input);
  const left = await makeDesk(app, { state: 'withdrawn' });
  await expect(
    setCadence(left.adviser, { ...cadence, enrolmentId: left.enrolmentId }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
