import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/enterprise-desk.ts';
import { makeImportDesk } from '../../../../test/factories/import-desk.ts';
import { takeRun } from '../taking/take-run-step.ts';
import { takeImport } from './take-import.ts';
import { enrolEnterprise } from '../../enterprises/commands/enrol-enterprise.ts';
import { makeProgramme } from '../../../../test/factories/programmes.ts';

const app = await createTestApp();

test('the good rows are written once, however often they are asked for', async () => {
  const { desk, manager, checked, run, rows, firms, drain } = await makeImportDesk(app);
  const runId = await checked();
  await takeImport(manager, { runId });
  await takeImport(manager, { runId });
  await drain();
  const after = await firms();
  expect(after.map((firm) => firm.name)).toEqual(
    expect.arrayContaining(['Birch Tools Ltd', 'Cedar Foods Ltd']),
  );
  expect(await run(runId)).toMatchObject({ state: 'done', progress: 2, total: 2 });
  const subjects = (await rows(runId)).map((row) => row.subject_id);
  expect(subjects.filter((id) => after.some((firm) => firm.id === id))).toHaveLength(2);
  await takeRun(desk.world.systemCtx(), runId);
  expect(await firms()).toEqual(after);
  expect(await desk.audited('take-import-rows')).toMatchObject([{ changes: { written: 2 } }]);
  expect(await desk.audited('finish-import')).toHaveLength(1);
});

test('the same list a second time changes nothing', async () => {
  const { manager, checked, run, firms, drain } = await makeImportDesk(app);
  await takeImport(manager, { runId: await checked() });
  await drain();
  const before = await firms();
  const again = await checked();
  expect((await run(again)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  await takeImport(manager, { runId: again });
  await drain();
  expect(await firms()).toEqual(before);
});

test('a firm that somebody changed after the check is left as it is, with the reason', async () => {
  const { desk, manager, checked, rows, firms, drain } = await makeImportDesk(app);
  await takeImport(manager, { runId: await checked() });
  await drain();
  const list = 'Company Name,Company Number,Telephone\nBirch Tools Ltd,01234567,024 7600 0000';
  const runId = await checked(list);
  await desk.write((tx) =>
    tx
      .updateTable('enterprise')
      .set({ phone: '024 7611 1111' })
      .where('company_number', '=', '01234567')
      .execute(),
  );
  await takeImport(manager, { runId });
  await drain();
  expect((await rows(runId))[0]).toMatchObject({
    outcome: 'rejected',
    problems: [expect.objectContaining({ code: 'conflicting-row' })],
  });
  const birch = (await firms()).find((firm) => firm.company_number === '01234567');
  expect(birch?.phone).toBe('024 7611 1111');
});

test('people find their firm, and mentors come with expertise', async () => {
  const { desk, manager, checked, rows, drain, firms } = await makeImportDesk(app);
  await takeImport(manager, { runId: await checked() });
  await drain();
  const people =
    'Name,Email,Company Number,Job title\nBo Alder,bo@birch.example,01234567,Director\nNo Firm,no@firm.example,09999999,';
  const runId = await checked(people, 'people');
  expect((await rows(runId)).map((row) => row.outcome)).toEqual(['create', 'rejected']);
  await takeImport(manager, { runId });
  await drain();
  const birch = (await firms()).find((firm) => firm.company_number === '01234567');
  const placed = await desk.read((tx) =>
    tx
      .selectFrom('enterprise_person')
      .select(['position', 'is_lead'])
      .where('enterprise_id', '=', birch?.id ?? '')
      .orderBy('is_lead')
      .execute(),
  );
  expect(placed).toEqual([
    { position: 'Director', is_lead: false },
    { position: '', is_lead: true },
  ]);
  const mentors = 'Name,Email,Expertise\nMo Mentor,mo@mentor.example,Finance: 4; Strategy';
  await takeImport(manager, { runId: await checked(mentors, 'mentors') });
  await drain();
  const again = await checked(mentors, 'mentors');
  expect((await rows(again)).map((row) => row.outcome)).toEqual(['unchanged']);
  const twice = await checked(people, 'people');
  expect((await rows(twice)).map((row) => row.outcome)).toEqual(['unchanged', 'rejected']);
});

test('a list of people of one programme puts nobody into a firm of another', async () => {
  const { desk, manager, checked, rows } = await makeImportDesk(app);
  const other = await makeProgramme(app, desk.world.org, { programme: 'Neighbour' });
  const firm = await desk.world.enterprise({ name: 'Far Away Castings Ltd' });
  await enrolEnterprise(manager, { programmeId: other.id, enterpriseId: firm.id });
  const onRecord = await desk.world.enterprise({ name: 'On Record Only Ltd' });
  const runId = await checked(
    ['Name,Email,Company', `Eve,eve@spy.example,${firm.name}`, `Al,,${onRecord.name}`].join('\n'),
    'people',
  );
  expect((await rows(runId)).map((row) => row.outcome)).toEqual(['rejected', 'create']);
});

test('refuses before the check, in the state uploaded, and outsiders', async () => {
  const { desk, manager, upload } = await makeImportDesk(app);
  const runId = await upload();
  await expect(takeImport(manager, { runId })).rejects.toMatchObject({ code: 'precondition' });
  // A mentor, another programme, another organisation.
  await expectWalls(desk, takeImport, { runId });
});
