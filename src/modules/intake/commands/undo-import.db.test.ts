import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/enterprise-desk.ts';
import { makeImportDesk } from '../../../../test/factories/import-desk.ts';
import { addMinutes } from '../../../kernel/calendar.ts';
import { takeImport } from './take-import.ts';
import { undoImport } from './undo-import.ts';

const app = await createTestApp();

const list = [
  'Company Name,Company Number,Postcode,Employees,Telephone,Contact Name,Email',
  'Birch Tools Ltd,01234567,CV1 2AB,12,,Ann Birch,ann@birch.example',
  'Cedar Foods Ltd,07654321,CV4 7AL,3,,,',
  'Birch Tools Ltd,01234567,CV1 2AB,,024 7600 0000,Bo Alder,bo@birch.example',
].join('\n');

async function desk() {
  app.clock.set(usualNow);
  const made = await makeImportDesk(app);
  async function taken(text = list, kind: Parameters<typeof made.checked>[1] = 'enterprises') {
    // Two imports are never written in one moment.
    app.clock.set(addMinutes(app.clock.now(), 1));
    const runId = await made.checked(text, kind);
    await takeImport(made.manager, { runId });
    await made.drain();
    return runId;
  }
  async function undone(runId: string) {
    await undoImport(made.manager, { runId });
    await made.drain();
    return (await made.rows(runId)).map((row) => row.undo_refusal ?? (row.undone_at && 'undone'));
  }
  /** All that an import writes, as it stands. */
  const everything = () =>
    made.desk.read(async (tx) => ({
      firms: await tx
        .selectFrom('enterprise')
        .select(['id', 'name', 'phone'])
        .orderBy('id')
        .execute(),
      enrolments: await tx.selectFrom('enrolment').select('id').orderBy('id').execute(),
      people: await tx.selectFrom('person').select(['id', 'phone']).orderBy('id').execute(),
      places: await tx.selectFrom('enterprise_person').select('person_id').execute(),
      figures: await tx.selectFrom('measure').select('id').execute(),
      mentors: await tx.selectFrom('mentor').select('id').execute(),
      grants: await tx.selectFrom('role_grant').select('id').orderBy('id').execute(),
    }));
  const firmNamed = async (name: string) => {
    const firm = (await made.firms()).find((one) => one.name === name);
    if (!firm) throw new Error(`${name} is not on record`);
    return firm;
  };
  return { ...made, taken, undone, everything, firmNamed };
}

test('an import is taken back whole: firms, people, figures and enrolments', async () => {
  const { desk: at, taken, undone, everything, run } = await desk();
  const before = await everything();
  const runId = await taken();
  expect((await everything()).firms).toHaveLength(before.firms.length + 2);
  expect(await undone(runId)).toEqual(['undone', 'undone', 'undone']);
  expect(await everything()).toEqual(before);
  expect(await run(runId)).toMatchObject({ state: 'undone', counts: { undone: 3, kept: 0 } });
  expect(await at.audited('undo-import')).toMatchObject([{ changes: { records: 2 } }]);
  expect(await at.audited('undo-import-rows')).toHaveLength(1);
});

test('what a list changed of a firm on record goes back to what it was', async () => {
  const { taken, undone, everything, firmNamed } = await desk();
  await taken();
  const before = await everything();
  const runId = await taken(
    [
      'Company Name,Company Number,Telephone,Website,Contact Name,Email',
      'Birch Tools Ltd,01234567,024 7699 9999,www.birch.example,Cy Dogwood,cy@birch.example',
    ].join('\n'),
  );
  expect(await firmNamed('Birch Tools Ltd')).toMatchObject({ phone: '024 7699 9999' });
  expect(await undone(runId)).toEqual(['undone']);
  expect(await everything()).toEqual(before);
  expect(await firmNamed('Birch Tools Ltd')).toMatchObject({ website: null });
});

test('a firm that somebody edited, or put to use, stays with the reason', async () => {
  const { desk: at, manager, taken, undone, firmNamed } = await desk();
  const runId = await taken();
  const birch = await firmNamed('Birch Tools Ltd');
  const cedar = await firmNamed('Cedar Foods Ltd');
  await at.write(async (tx) => {
    await tx
      .updateTable('enterprise')
      .set({ version: birch.version + 1, sector: 'Tools' })
      .where('id', '=', birch.id)
      .execute();
    const enrolment = await tx
      .selectFrom('enrolment')
      .select('id')
      .where('enterprise_id', '=', cedar.id)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('contact')
      .values({
        ...{ org_id: manager.orgId, id: cedar.id, enrolment_id: enrolment.id, kind: 'call' },
        ...{ happened_at: usualNow, recorded_at: usualNow },
      })
      .execute();
  });
  expect(await undone(runId)).toEqual(['changed-since', 'in-use', 'changed-since']);
  expect((await firmNamed('Cedar Foods Ltd')).version).toBe(cedar.version);
});

test('people and mentors go, too; what a list changed of a mentor stays and says so', async () => {
  const { taken, undone, everything } = await desk();
  await taken();
  const before = await everything();
  const people =
    'Name,Email,Company Number,Telephone\nBo Elm,elm@birch.example,01234567,\nAnn Birch,ann@birch.example,01234567,024 7611 1111';
  expect(await undone(await taken(people, 'people'))).toEqual(['undone', 'undone']);
  expect(await everything()).toEqual(before);
  const mentors = 'Name,Email,Expertise\nMo Mentor,mo@mentor.example,Finance: 4';
  expect(await undone(await taken(mentors, 'mentors'))).toEqual(['undone']);
  expect(await everything()).toEqual(before);
  await taken(mentors, 'mentors');
  const more = 'Name,Email,Headline\nMo Mentor,mo@mentor.example,Twenty years of factories';
  expect(await undone(await taken(more, 'mentors'))).toEqual(['mentor-updated']);
});

test('the same list can be taken in again after it was undone', async () => {
  const { taken, undone, firms } = await desk();
  await undone(await taken());
  const again = await taken();
  expect((await firms()).map(({ name }) => name)).toContain('Birch Tools Ltd');
  expect(await undone(again)).toEqual(['undone', 'undone', 'undone']);
});

test('refuses before it is done, twice, after a week, and outsiders', async () => {
  const { desk: at, manager, checked, taken, undone } = await desk();
  await expect(undoImport(manager, { runId: await checked() })).rejects.toMatchObject({
    code: 'precondition',
  });
  const runId = await taken();
  // A mentor, an adviser, another programme, another organisation.
  await expectWalls(at, undoImport, { runId });
  await expect(undoImport(at.adviser, { runId })).rejects.toMatchObject({ code: 'not-found' });
  app.clock.set('2026-12-01T10:01:01.000Z');
  await expect(undoImport(manager, { runId })).rejects.toMatchObject({
    code: 'precondition',
    message: expect.stringContaining('1 December 2026'),
  });
  app.clock.set(usualNow);
  await undone(runId);
  await expect(undoImport(manager, { runId })).rejects.toMatchObject({ code: 'precondition' });
});
