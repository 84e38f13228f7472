import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { enrolEnterprise } from './enrol-enterprise.ts';

const app = await createTestApp();

test('a known enterprise becomes an applicant at the stage its age gives', async () => {
  const desk = await makeDesk(app);
  const firm = await desk.world.enterprise();
  const programmeId = desk.world.programme.id;
  const key = { ...desk.adviser, idempotencyKey: 'enrol-once-00001' };
  const first = await enrolEnterprise(key, { programmeId, enterpriseId: firm.id });
  const again = await enrolEnterprise(key, { programmeId, enterpriseId: firm.id });
  expect(again).toEqual(first);
  const row = await desk.read((tx) =>
    tx
      .selectFrom('enrolment')
      .selectAll()
      .where('id', '=', first.enrolmentId)
      .executeTakeFirstOrThrow(),
  );
  expect(row).toMatchObject({ state: 'applied', stage: 'growth', applied_on: '2026-11-24' });
  expect(await desk.audited('enrol-enterprise')).toHaveLength(1);
});

test('refuses a second enrolment in the same programme, and outsiders', async () => {
  const desk = await makeDesk(app);
  const input = { programmeId: desk.world.programme.id, enterpriseId: desk.enterpriseId };
  await expect(enrolEnterprise(desk.adviser, input)).rejects.toThrow('already in Business Ready');
  await expectWalls(desk, enrolEnterprise, input);
});

test('a firm that left is taken back on its record, not enrolled a second time', async () => {
  const desk = await makeDesk(app, { state: 'withdrawn' });
  const input = { programmeId: desk.world.programme.id, enterpriseId: desk.enterpriseId };
  await expect(enrolEnterprise(desk.adviser, input)).rejects.toThrow('take it back there');
});
