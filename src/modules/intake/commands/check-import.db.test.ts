import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/enterprise-desk.ts';
import { makeImportDesk } from '../../../../test/factories/import-desk.ts';
import { checkImport } from './check-import.ts';

const app = await createTestApp();

test('the check runs later and finds what each row would do, with its problems', async () => {
  const { desk, checked, run, rows, firms } = await makeImportDesk(app);
  const before = await firms();
  const runId = await checked();
  expect(await run(runId)).toMatchObject({
    state: 'checked',
    progress: 3,
    counts: { read: 3, created: 2, updated: 0, unchanged: 0, rejected: 1, asked: 0 },
  });
  expect((await rows(runId)).map((row) => row.outcome)).toEqual(['create', 'create', 'rejected']);
  expect((await rows(runId))[2]?.problems).toMatchObject([
    { row: 4, column: 'Company Number', code: 'company-number', isRefusal: true },
  ]);
  expect(await firms()).toEqual(before);
  expect(await desk.audited('check-import')).toHaveLength(1);
});

test('refuses before the columns are mapped, in the state uploaded, and outsiders', async () => {
  const { desk, manager, upload } = await makeImportDesk(app);
  const runId = await upload();
  await expect(checkImport(manager, { runId })).rejects.toMatchObject({ code: 'precondition' });
  // A mentor, another programme, another organisation.
  await expectWalls(desk, checkImport, { runId });
});

test('a row that cannot be kept ends the check as failed and is named; the columns can be mended', async () => {
  const { desk, manager, upload, map, run, drain } = await makeImportDesk(app);
  const runId = await upload();
  await map(runId);
  await checkImport(manager, { runId });
  // A cell as no reader of ours leaves it.
  await desk.write((tx) =>
    sql`update import_row set cells = '[["a"]]' where run_id = ${runId}::uuid and row_number = 3`.execute(
      tx,
    ),
  );
  await drain();
  expect(await run(runId)).toMatchObject({
    state: 'failed',
    failure: expect.stringContaining('Row 3'),
  });
  await map(runId);
  expect(await run(runId)).toMatchObject({ state: 'mapped', failure: null });
});

test('an emoji across the place where a text is cut is no fault', async () => {
  const { checked, run, rows } = await makeImportDesk(app);
  const list = `Company name,Sector,"${'d'.repeat(199)}😀 how many"\nBirch Ltd,${'c'.repeat(99)}😀,x\n`;
  const runId = await checked(list);
  expect(await run(runId)).toMatchObject({ state: 'checked', counts: { created: 1 } });
  expect((await rows(runId))[0]?.problems).toMatchObject([{ code: 'too-long' }]);
});

test('NUL in a list is taken out and told', async () => {
  const { checked, rows } = await makeImportDesk(app);
  const runId = await checked('Company name,Company number\nBrindle\0 Optics Ltd,09990011\n');
  expect(await rows(runId)).toMatchObject([
    { outcome: 'create', problems: [{ code: 'control-characters' }] },
  ]);
});
