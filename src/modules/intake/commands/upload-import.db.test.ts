import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/enterprise-desk.ts';
import { firmList, makeImportDesk } from '../../../../test/factories/import-desk.ts';
import { uploadImport } from './upload-import.ts';

const app = await createTestApp();
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('a list is kept as it came, its columns guessed, and nothing is taken in', async () => {
  const { desk, upload, run, rows, firms } = await makeImportDesk(app);
  const before = await firms();
  const runId = await upload();
  expect(await run(runId)).toMatchObject({
    state: 'uploaded',
    total: 3,
    mapping: { 'Company Name': 'name', 'Company Number': 'companyNumber' },
  });
  expect((await rows(runId))[0]).toMatchObject({
    row_number: 2,
    cells: expect.arrayContaining(['Birch Tools Ltd']),
  });
  expect(await firms()).toEqual(before);
  expect(await desk.audited('upload-import')).toMatchObject([{ changes: { rows: 3 } }]);
});

test('a form sent twice keeps one list', async () => {
  const { desk, upload, manager } = await makeImportDesk(app);
  const ctx = { ...manager, idempotencyKey: 'upload-once-0001' };
  expect(await upload(firmList, 'enterprises', ctx)).toBe(
    await upload(firmList, 'enterprises', ctx),
  );
  const runs = await desk.read((tx) => tx.selectFrom('import_run').select('id').execute());
  expect(runs).toHaveLength(1);
});

test('refuses what is no list, in any state of disguise, with words about the file', async () => {
  const { manager, programmeId } = await makeImportDesk(app);
  for (const text of ['', '%PDF-1.7', 'Name,Number', 'PK\u0003\u0004 broken']) {
    const input = {
      ...{ programmeId, kind: 'enterprises' as const },
      ...{ fileName: 'firms.xlsx', bytes: bytesOf(text) },
    };
    await expect(uploadImport(manager, input)).rejects.toMatchObject({
      code: 'invalid',
      fields: { file: expect.stringMatching(/./) },
    });
  }
});

test('refuses outsiders, and an adviser who brings a list of mentors', async () => {
  const { desk, programmeId, upload } = await makeImportDesk(app);
  const bytes = bytesOf(firmList);
  const input = { programmeId, kind: 'enterprises' as const, fileName: 'a.csv', bytes };
  // Another programme, another organisation, another role.
  await expectWalls(desk, uploadImport, input);
  await expect(
    upload('Name,Email\nA B,a@b.example', 'mentors', desk.adviser),
  ).rejects.toMatchObject({
    code: 'not-found',
  });
});
