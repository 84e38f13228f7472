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
