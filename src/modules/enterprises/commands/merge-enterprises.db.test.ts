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

test('a second enrolment in the programme ends as withdrawn', async () => {
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

test('the kept record takes the earlier days, and diagnoses are numbered by their days', async () => {
  const desk = await makeDesk(app, { state: 'eligible' });
  const twin = await desk.world.enrolment({ state: 'eligible' });
  await desk.write(async (tx) => {
    await tx
      .updateTable('enrolment')
      .set({ applied_on: '2025-02-03', eligible_on: '2025-03-03' })
      .where('id', '=', twin.id)
      .execute();
    const dated = [
      [desk.enrolmentId, 1, '2025-09-01'],
      [desk.enrolmentId, 2, '2026-03-02'],
      [twin.id, 1, '2025-04-01'],
      [twin.id, 2, '2025-12-01'],
    ] as const;
    for (const [enrolment_id, number, dated_on] of dated) {
      const base = { org_id: desk.world.orgId, id: newId(), state: 'done' };
      await tx
        .insertInto('diagnosis')
        .values({ ...base, enrolment_id, number, dated_on })
        .execute();
    }
  });
  await mergeEnterprises(await desk.world.ctxAs('manager'), {
    enrolmentId: desk.enrolmentId,
    version: 1,
    goneId: twin.enterprise.id,
  });
  expect(await desk.row()).toMatchObject({ applied_on: '2025-02-03', eligible_on: '2025-03-03' });
  const diagnoses = await desk.read((tx) =>
    tx
      .selectFrom('diagnosis')
      .select(['number', 'dated_on'])
      .where('enrolment_id', '=', desk.enrolmentId)
      .orderBy('number')
      .execute(),
  );
  expect(diagnoses).toEqual([
    { number: 1, dated_on: '2025-04-01' },
    { number: 2, dated_on: '2025-09-01' },
    { number: 3, dated_on: '2025-12-01' },
    { number: 4, dated_on: '2026-03-02' },
  ]);
});

test('a record that was not found eligible is not kept before one that was', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const twin = await desk.world.enrolment({ state: 'eligible' });
  await expect(
    mergeEnterprises(await desk.world.ctxAs('manager'), {
      enrolmentId: desk.enrolmentId,
      version: 1,
      goneId: twin.enterprise.id,
    }),
  ).rejects.toThrow('was found eligible under the other record');
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

test('of two records that have ended the later ending holds, so that what was done until then counts', async () => {
  const desk = await makeDesk(app, { state: 'eligible' });
  const twin = await desk.world.enrolment({ state: 'eligible' });
  await desk.write(async (tx) => {
    for (const [id, state, closed_on] of [
      [desk.enrolmentId, 'withdrawn', '2026-02-01'],
      [twin.id, 'closed', '2026-06-30'],
    ] as const) {
      await tx
        .updateTable('enrolment')
        .set({ state, closed_on, closure_reason: state })
        .where('id', '=', id)
        .execute();
    }
  });
  await mergeEnterprises(await desk.world.ctxAs('manager'), {
    enrolmentId: desk.enrolmentId,
    version: 1,
    goneId: twin.enterprise.id,
  });
  expect(await desk.row()).toMatchObject({
    ...{ state: 'closed', closed_on: '2026-06-30', closure_reason: 'closed' },
  });
});

test('a firm that left and applied again under a new record is back under the one that was found eligible', async () => {
  const desk = await makeDesk(app, { state: 'eligible' });
  const again = await desk.world.enrolment({ state: 'applied' });
  await desk.write((tx) =>
    tx
      .updateTable('enrolment')
      .set({ state: 'withdrawn', closed_on: '2026-02-01', closure_reason: 'Left' })
      .where('id', '=', desk.enrolmentId)
      .execute(),
  );
  await mergeEnterprises(await desk.world.ctxAs('manager'), {
    enrolmentId: desk.enrolmentId,
    version: 1,
    goneId: again.enterprise.id,
  });
  expect(await desk.row()).toMatchObject({
    state: 'eligible',
    closed_on: null,
    closure_reason: null,
  });
});
