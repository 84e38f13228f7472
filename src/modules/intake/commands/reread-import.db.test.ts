import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/enterprise-desk.ts';
import { makeImportDesk } from '../../../../test/factories/import-desk.ts';
import { makeWorkbook } from '../../../../test/factories/workbook.ts';
import { abandonImport } from './abandon-import.ts';
import { checkImport } from './check-import.ts';
import { rereadImport } from './reread-import.ts';
import { takeImport } from './take-import.ts';
import { uploadImport } from './upload-import.ts';

const app = await createTestApp();

const headers = ['Company Name', 'Company Number', 'Postcode'];
const workbook = {
  Cover: [['Firms of the partner, March'], ['Ask Ann if unsure']],
  'This year': [
    headers,
    ['Birch Tools Ltd', '01234567', 'CV1 2AB'],
    ['Cedar Foods Ltd', '07654321', 'CV4 7AL'],
  ],
  'Last year': [headers, ['Elder Works Ltd', '06543210', 'CV1 2AB']],
};

async function uploaded() {
  const made = await makeImportDesk(app);
  const bytes = await makeWorkbook(workbook);
  const { runId } = await uploadImport(made.manager, {
    ...{ programmeId: made.programmeId, kind: 'enterprises', fileName: 'firms.xlsx', bytes },
  });
  const files = () => made.desk.read((tx) => tx.selectFrom('file').select('id').execute());
  return { ...made, runId, files };
}

test('a workbook of several sheets is read where it looks like a list, until somebody chooses', async () => {
  const { manager, runId, run, rows, desk } = await uploaded();
  expect(await run(runId)).toMatchObject({
    ...{ state: 'uploaded', sheet: 'This year', total: 2 },
    format: {
      isSheetChosen: false,
      sheets: [
        { name: 'Cover', rows: 1 },
        { name: 'This year', rows: 2 },
        { name: 'Last year', rows: 1 },
      ],
    },
  });
  await rereadImport(manager, { runId, sheet: 'Last year' });
  expect(await run(runId)).toMatchObject({
    ...{ state: 'uploaded', sheet: 'Last year', total: 1 },
    ...{ format: { isSheetChosen: true }, mapping: { 'Company Number': 'companyNumber' } },
  });
  expect((await rows(runId)).map(({ cells }) => cells)).toEqual([
    ['Elder Works Ltd', '06543210', 'CV1 2AB'],
  ]);
  expect(await desk.audited('reread-import')).toMatchObject([{ changes: { rows: 1 } }]);
});

test('the file is kept only until its rows are taken in or the list is dropped', async () => {
  const { manager, runId, files } = await uploaded();
  expect(await files()).toHaveLength(1);
  await abandonImport(manager, { runId });
  expect(await files()).toEqual([]);
  const other = await uploaded();
  await other.map(other.runId);
  await checkImport(other.manager, { runId: other.runId });
  await other.drain();
  await takeImport(other.manager, { runId: other.runId });
  expect(await other.files()).toEqual([]);
  await expect(
    rereadImport(other.manager, { runId: other.runId, sheet: 'Last year' }),
  ).rejects.toMatchObject({ code: 'precondition' });
});

test('refuses a sheet that the file does not have, and outsiders', async () => {
  const { manager, runId, desk } = await uploaded();
  await expect(rereadImport(manager, { runId, sheet: 'Next year' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { sheet: expect.stringMatching(/./) },
  });
  // A mentor, another programme, another organisation.
  await expectWalls(desk, rereadImport, { runId, sheet: 'Last year' });
});

test('headers, separator and encoding that were found wrong are said and read again', async () => {
  const { manager, programmeId, upload, run, rows, desk } = await makeImportDesk(app);
  const runId = await upload('Firm one,CV1 2AB\nFirm two,CV1 2AD\n');
  await rereadImport(manager, { runId, headerRow: 0 });
  expect(await run(runId)).toMatchObject({
    ...{ total: 2, headers: ['Column 1', 'Column 2'], format: { reading: { headerRow: 0 } } },
    mapping: { 'Column 1': 'name', 'Column 2': 'tradingPostcode' },
  });
  await rereadImport(manager, { runId, headerRow: 1, delimiter: ';' });
  expect(await run(runId)).toMatchObject({ headers: ['Firm one,CV1 2AB'], total: 1 });
  const bytes = Uint8Array.from(Buffer.from('Company name\nCaf\u008e\n', 'latin1'));
  const input = { programmeId, kind: 'enterprises', fileName: 'mac.csv', bytes } as const;
  const mac = await uploadImport(manager, input);
  expect((await rows(mac.runId))[0]?.cells).toEqual(['Café']);
  await rereadImport(manager, { runId: mac.runId, encoding: 'windows-1252' });
  expect((await rows(mac.runId))[0]?.cells).toEqual(['CafŽ']);
  await expect(rereadImport(manager, { runId, headerRow: 900 })).rejects.toMatchObject({
    fields: { headerRow: expect.stringMatching(/./) },
  });
  expect(await desk.audited('reread-import')).toHaveLength(3);
});
