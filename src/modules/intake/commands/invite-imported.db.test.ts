import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeImportDesk } from '../../../../test/factories/import-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import type { ImportKind } from '../import/target-field.ts';
import { peopleOfRun } from '../taking/people-of-run-rows.ts';
import { inviteImported } from './invite-imported.ts';
import { takeImport } from './take-import.ts';

const app = await createTestApp();

async function taken(text: string, kind: ImportKind) {
  const desk = await makeImportDesk(app);
  const runId = await desk.checked(text, kind);
  await takeImport(desk.manager, { runId });
  await desk.drain();
  const personIds = await desk.desk.read((tx) => peopleOfRun(tx, runId, kind));
  const letters = async () =>
    (
      await desk.desk.read((tx) =>
        tx.selectFrom('mail').select(['kind', 'to_address']).orderBy('to_address').execute(),
      )
    ).flatMap((one) => (one.kind === 'invitation' ? [one.to_address] : []));
  return { ...desk, runId, personIds, letters };
}

test('the contacts of imported firms are invited together, each once', async () => {
  const list =
    'Company name,Contact name,Email\nAlder Works Ltd,Ann Alder,ann@alder.example\nBirch Works Ltd,Ben Birch,ben@birch.example\nCedar Works Ltd,Cy Cedar,\n';
  const { desk, manager, runId, personIds, letters } = await taken(list, 'enterprises');
  expect(personIds).toHaveLength(3);
  await expectWalls(desk.world, inviteImported, { runId, personIds });
  expect(await inviteImported(manager, { runId, personIds })).toEqual({ invited: 2 });
  expect(await letters()).toEqual(['ann@alder.example', 'ben@birch.example']);
  await expect(inviteImported(manager, { runId, personIds })).rejects.toMatchObject({
    code: 'precondition',
  });
  expect(await letters()).toHaveLength(2);
  expect(await desk.audited('invite-imported')).toHaveLength(1);
});

test('imported mentors are invited, and nobody whom the list did not bring', async () => {
  const list = 'Name,Email,Expertise\nMara Mentor,mara@m.example,Finance 4\n';
  const { desk, manager, runId, personIds, letters } = await taken(list, 'mentors');
  const other = await desk.world.person({ roles: ['mentor'] });
  await expect(
    inviteImported(manager, { runId, personIds: [...personIds, other.id] }),
  ).rejects.toMatchObject({ code: 'not-found' });
  expect(await inviteImported(manager, { runId, personIds })).toEqual({ invited: 1 });
  expect(await letters()).toEqual(['mara@m.example']);
});
