import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { newId } from '../../../kernel/ids.ts';
import { enrolEnterprise } from './enrol-enterprise.ts';
import { mergeEnterprises } from './merge-enterprises.ts';

const app = await createTestApp();

test('gaps are filled, people and another programme’s enrolment move to the kept record', async () => {
  const desk = await makeDesk(app);
  const manager = await desk.world.ctxAs('manager');
  const gone = await desk.world.enterprise({ companyNumber: '08888888' });
  const done = await mergeEnterprises(manager, {
    enrolmentId: desk.enrolmentId,
    version: 1,
    goneId: gone.id,
  });
  expect(done).toEqual({ enterpriseId: desk.enterpriseId });
  const rows = await desk.read((tx) =>
    tx.selectFrom('enterprise').select(['id', 'company_number', 'merged_into']).execute(),
  );
  expect(rows).toContainEqual({
    id: desk.enterpriseId,
    company_number: '08888888',
    merged_into: null,
  });
  expect(rows.find((row) => row.id === gone.id)?.merged_into).toBe(desk.enterpriseId);
  const people = await desk.read((tx) =>
    tx
      .selectFrom('enterprise_person')
      .select(['person_id', 'is_lead'])
      .where('enterprise_id', '=', desk.enterpriseId)
      .execute(),
  );
  expect(people).toHaveLength(2);
  expect(people.filter((person) => person.is_lead)).toHaveLength(1);
  expect(await desk.audited('merge-enterprises')).toMatchObject([{ changes: { merged: gone.id } }]);
});

test('a second enrolment without history ends as withdrawn; one with support stops the merge', async () => {
  const desk = await makeDesk(app);
  const manager = await desk.world.ctxAs('manager');
  const idle = await desk.world.enterprise();
  const { enrolmentId } = await enrolEnterprise(desk.adviser, {
    programmeId: desk.world.programme.id,
    enterpriseId: idle.id,
  });
  await mergeEnterprises(manager, { enrolmentId: desk.enrolmentId, version: 1, goneId: idle.id });
  const dropped = await desk.read((tx) =>
    tx.selectFrom('enrolment').select('state').where('id', '=', enrolmentId).executeTakeFirst(),
  );
  expect(dropped).toEqual({ state: 'withdrawn' });
  const supported = await desk.world.need();
  await expect(
    mergeEnterprises(manager, {
      enrolmentId: desk.enrolmentId,
      version: 2,
      goneId: supported.enrolment.enterprise.id,
    }),
  ).rejects.toThrow('Both records have been supported');
});

test('refuses advisers, outsiders, itself and a record that is not there', async () => {
  const desk = await makeDesk(app);
  const other = await desk.world.enterprise();
  const input = { enrolmentId: desk.enrolmentId, version: 1, goneId: other.id };
  await expectWalls(desk, mergeEnterprises, input);
  await expect(mergeEnterprises(desk.adviser, input)).rejects.toMatchObject({ code: 'not-found' });
  const manager = await desk.world.ctxAs('manager');
  await expect(
    mergeEnterprises(manager, { ...input, goneId: desk.enterpriseId }),
  ).rejects.toMatchObject({ code: 'invalid' });
  await expect(mergeEnterprises(manager, { ...input, goneId: newId() })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a record with an output cannot be dropped beside one in the same programme', async () => {
  const desk = await makeDesk(app);
  const manager = await desk.world.ctxAs('manager');
  const twin = await desk.world.enrolment({ state: 'eligible' });
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx
      .insertInto('output')
      .values({
        org_id: desk.world.orgId,
        id: newId(),
        programme_id: desk.world.programme.id,
        enrolment_id: twin.id,
        indicator: 'C8',
        value: 1,
        achieved_on: '2026-11-02',
        recorded_at: '2026-11-02T10:00:00.000Z',
      })
      .execute(),
  );
  const goneId = twin.enterprise.id;
  await expect(
    mergeEnterprises(manager, { enrolmentId: desk.enrolmentId, version: 1, goneId }),
  ).rejects.toThrow('Both records have been supported');
});

test('bars and conflicts follow the firm', async () => {
  const desk = await makeDesk(app);
  const manager = await desk.world.ctxAs('manager');
  const gone = await desk.world.enterprise();
  const mentor = await desk.world.mentor();
  await app.database.tenant(desk.world.orgId, async (tx) => {
    const base = { org_id: desk.world.orgId, mentor_id: mentor.id };
    for (const enterprise_id of [gone.id, desk.enterpriseId]) {
      await tx
        .insertInto('barred_pair')
        .values({
          ...base,
          enterprise_id,
          reason: 'Asked for',
          cause: 'staff',
          barred_at: '2026-11-02T10:00:00.000Z',
        })
        .execute();
    }
    await tx
      .insertInto('mentor_conflict')
      .values({
        ...base,
        id: newId(),
        enterprise_id: gone.id,
        kind: 'family',
        declared_at: '2026-11-02T10:00:00.000Z',
      })
      .execute();
  });
  await mergeEnterprises(manager, { enrolmentId: desk.enrolmentId, version: 1, goneId: gone.id });
  const conflicts = await desk.read((tx) =>
    tx.selectFrom('mentor_conflict').select('enterprise_id').execute(),
  );
  expect(conflicts).toEqual([{ enterprise_id: desk.enterpriseId }]);
});
