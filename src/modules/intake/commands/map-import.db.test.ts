import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/enterprise-desk.ts';
import { firmList, makeImportDesk } from '../../../../test/factories/import-desk.ts';
import { mapImport } from './map-import.ts';

const app = await createTestApp();

test('a mapping is kept and remembered for the next file with the same headers', async () => {
  const { desk, manager, upload, run } = await makeImportDesk(app);
  const runId = await upload();
  const mapping = { ...((await run(runId)).mapping as object), 'Contact Name': null };
  await mapImport(manager, { runId, mapping, enrols: false });
  expect(await run(runId)).toMatchObject({ state: 'mapped', format: { enrols: false } });
  const next = await upload(firmList.replace('Birch', 'Beech'));
  expect((await run(next)).mapping).toMatchObject({ 'Contact Name': null });
  expect(await desk.audited('map-import')).toHaveLength(1);
});

test('refuses a mapping without the name, with an unknown field, or one field twice', async () => {
  const { manager, upload } = await makeImportDesk(app);
  const runId = await upload();
  for (const mapping of [
    { 'Company Name': null },
    { 'Company Name': 'colour' },
    { 'Company Name': 'name', Postcode: 'name' },
  ]) {
    await expect(mapImport(manager, { runId, mapping })).rejects.toMatchObject({
      code: 'invalid',
      fields: { mapping: expect.stringMatching(/./) },
    });
  }
});

test('refuses in the wrong state, and outsiders', async () => {
  const { manager, upload, run, desk } = await makeImportDesk(app);
  const runId = await upload();
  const mapping = (await run(runId)).mapping as Record<string, string | null>;
  // A mentor, another programme, another organisation.
  await expectWalls(desk, mapImport, { runId, mapping });
  await desk.write((tx) =>
    tx.updateTable('import_run').set({ state: 'done' }).where('id', '=', runId).execute(),
  );
  await expect(mapImport(manager, { runId, mapping })).rejects.toMatchObject({
    code: 'precondition',
  });
});
