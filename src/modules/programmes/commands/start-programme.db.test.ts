import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { setProgrammeFunders } from './set-programme-funders.ts';
import { setTargets } from './set-targets.ts';
import { startProgramme } from './start-programme.ts';

const app = await createTestApp();

async function makeReady() {
  const desk = await makeProgrammeDesk(app);
  const { programmeId, manager } = desk;
  await setProgrammeFunders(manager, { programmeId, version: 1, funders: [{ name: 'ERDF' }] });
  const targets = [{ indicator: 'C1', quarter: '2026-Q4', value: 3 }];
  await setTargets(manager, { programmeId, version: 2, targets });
  return desk;
}

test('a programme that has been set up whole starts', async () => {
  const { programmeId, ...desk } = await makeReady();
  await startProgramme(desk.manager, { programmeId, version: 3 });
  expect(await desk.row()).toMatchObject({ state: 'open', setup_step: null, version: 4 });
  expect(await desk.audited('start-programme')).toMatchObject([
    { subject_id: programmeId, changes: { state: ['draft', 'open'] } },
  ]);
});

test('says everything that is still missing', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  await expect(startProgramme(desk.manager, { programmeId, version: 1 })).rejects.toThrow(
    'no funder is named and there are no targets',
  );
});

test('refuses outsiders, a version that moved on, and a second start', async () => {
  const { programmeId, ...desk } = await makeReady();
  await expectWalls(desk.world, startProgramme, { programmeId, version: 3 });
  await expect(startProgramme(desk.manager, { programmeId, version: 2 })).rejects.toMatchObject({
    code: 'conflict',
  });
  await startProgramme(desk.manager, { programmeId, version: 3 });
  await expect(startProgramme(desk.manager, { programmeId, version: 4 })).rejects.toMatchObject({
    code: 'precondition',
  });
});
