import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/enterprise-desk.ts';
import { makeImportDesk } from '../../../../test/factories/import-desk.ts';
import { abandonImport } from './abandon-import.ts';
import { takeImport } from './take-import.ts';

const app = await createTestApp();

test('an abandoned list leaves no rows behind', async () => {
  const { desk, manager, upload, run, rows } = await makeImportDesk(app);
  const runId = await upload();
  await abandonImport(manager, { runId });
  expect(await run(runId)).toMatchObject({ state: 'abandoned' });
  expect(await rows(runId)).toEqual([]);
  expect(await desk.audited('abandon-import')).toHaveLength(1);
});

test('refuses once rows were taken in, by state, and outsiders', async () => {
  const { desk, manager, checked } = await makeImportDesk(app);
  const runId = await checked();
  // A mentor, another programme, another organisation.
  await expectWalls(desk, abandonImport, { runId });
  await takeImport(manager, { runId });
  await expect(abandonImport(manager, { runId })).rejects.toMatchObject({ code: 'precondition' });
});
