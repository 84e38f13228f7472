import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { firmsOnRecord } from '../reads.ts';
import { enrolEnterprises } from './enrol-enterprises.ts';

const app = await createTestApp();
const all = { search: '', sort: 'name', direction: 'asc', page: 1, pageSize: 50 } as const;

test('firms kept on record are found, and become applicants with an adviser, all together', async () => {
  const desk = await makeDesk(app);
  const firms = [
    await desk.world.enterprise({ name: 'Alder Records Ltd' }),
    await desk.world.enterprise({ name: 'Birch Records Ltd' }),
  ];
  const programmeId = desk.world.programme.id;
  const input = { programmeId, enterpriseIds: firms.map(({ id }) => id) };
  await expectWalls(desk, enrolEnterprises, input);
  const before = await desk.read((tx) => firmsOnRecord(tx, all));
  expect(before.rows.map(({ name }) => name)).toEqual(['Alder Records Ltd', 'Birch Records Ltd']);
  const found = await desk.read((tx) => firmsOnRecord(tx, { ...all, search: 'birch' }));
  expect(found).toMatchObject({ total: 1, rows: [{ name: 'Birch Records Ltd' }] });

  const adviser = await desk.world.person({ roles: ['adviser'], programmeId });
  const told = await enrolEnterprises(desk.adviser, { ...input, adviserId: adviser.id });
  expect(told).toEqual({ enrolled: 2 });
  expect((await desk.read((tx) => firmsOnRecord(tx, all))).total).toBe(0);
  const rows = await desk.read((tx) =>
    tx
      .selectFrom('enrolment')
      .select(['state', 'adviser_id'])
      .where('enterprise_id', 'in', input.enterpriseIds)
      .execute(),
  );
  expect(rows).toEqual([
    { state: 'applied', adviser_id: adviser.id },
    { state: 'applied', adviser_id: adviser.id },
  ]);
  expect(await desk.audited('enrol-enterprises')).toHaveLength(1);
});

test('refuses firms that are already in the programme, and who is no adviser of it', async () => {
  const desk = await makeDesk(app);
  const programmeId = desk.world.programme.id;
  await expect(
    enrolEnterprises(desk.adviser, { programmeId, enterpriseIds: [desk.enterpriseId] }),
  ).rejects.toMatchObject({ code: 'precondition' });
  const firm = await desk.world.enterprise();
  const stranger = await desk.world.person({ roles: ['mentor'] });
  await expect(
    enrolEnterprises(desk.adviser, {
      ...{ programmeId, enterpriseIds: [firm.id], adviserId: stranger.id },
    }),
  ).rejects.toMatchObject({ code: 'invalid', fields: { adviserId: expect.any(String) } });
});
