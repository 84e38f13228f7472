import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/enterprise-desk.ts';
import { makeImportDesk } from '../../../../test/factories/import-desk.ts';
import { decideImportRow } from './decide-import-row.ts';
import { takeImport } from './take-import.ts';

const app = await createTestApp();

const known = 'Company Name,Postcode\nElm Joinery Ltd,CV1 2AB\nFir Fabric Ltd,CV1 2AB';
const likely =
  'Company Name,Postcode,Telephone\nElm Joinery Limited,CV1 2AB,024 7600 0000\nFir Fabric,CV1 2AB,024 7600 0001';

async function asking() {
  const desk = await makeImportDesk(app);
  await takeImport(desk.manager, { runId: await desk.checked(known) });
  await desk.drain();
  return { ...desk, runId: await desk.checked(likely) };
}

test('a possible duplicate is merged, taken as new or skipped, as chosen', async () => {
  const { desk, manager, runId, rows, run, firms, drain } = await asking();
  expect((await rows(runId)).map((row) => row.outcome)).toEqual(['ask', 'ask']);
  const count = (await firms()).length;
  await decideImportRow(manager, { runId, rows: [2], decision: 'merge' });
  await decideImportRow(manager, { runId, rows: [3], decision: 'new' });
  expect((await run(runId)).counts).toMatchObject({ updated: 1, created: 1, asked: 0 });
  await takeImport(manager, { runId });
  await drain();
  const after = await firms();
  expect(after).toHaveLength(count + 1);
  expect(after.find((firm) => firm.name.startsWith('Elm'))?.phone).toBe('024 7600 0000');
  expect(await desk.audited('decide-import-row')).toHaveLength(2);
});

test('one choice answers all that still ask', async () => {
  const { manager, runId, run, firms, drain } = await asking();
  const before = await firms();
  const answer = await decideImportRow(manager, { runId, rows: null, decision: 'skip' });
  expect(answer).toEqual({ decided: 2 });
  expect((await run(runId)).counts).toMatchObject({ rejected: 2, asked: 0 });
  await takeImport(manager, { runId });
  await drain();
  expect(await firms()).toEqual(before);
});

test('refuses once rows were taken, by state, and outsiders', async () => {
  const { desk, manager, runId, drain } = await asking();
  // A mentor, another programme, another organisation.
  await expectWalls(desk, decideImportRow, { runId, rows: [2], decision: 'merge' as const });
  await takeImport(manager, { runId });
  await drain();
  await expect(
    decideImportRow(manager, { runId, rows: [2], decision: 'merge' }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
