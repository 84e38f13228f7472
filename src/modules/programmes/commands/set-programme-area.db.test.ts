import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { setProgrammeArea } from './set-programme-area.ts';

const app = await createTestApp();
const authorities = [
  { code: 'E08000026', name: 'Coventry' },
  { code: 'E07000222', name: 'Warwick' },
  { code: 'E08000026', name: 'Coventry' },
];

test('the area is replaced whole; a council that is named twice stands once', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  await setProgrammeArea(desk.manager, { programmeId, version: 1, authorities });
  const area = await desk.read((tx) =>
    tx.selectFrom('programme_area').select('authority_name').orderBy('authority_name').execute(),
  );
  expect(area.map((row) => row.authority_name)).toEqual(['Coventry', 'Warwick']);
  expect(await desk.row()).toMatchObject({ setup_step: 'remit', version: 2 });
  expect(await desk.audited('set-programme-area')).toMatchObject([
    { changes: { area: ['E08000026', 'E07000222'] } },
  ]);
});

test('refuses outsiders, an empty area, a code that is none, and a closed programme', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  const input = { programmeId, version: 1, authorities };
  await expectWalls(desk.world, setProgrammeArea, input);
  await expect(setProgrammeArea(desk.manager, { ...input, authorities: [] })).rejects.toMatchObject(
    { fields: { authorities: 'Add at least one local authority.' } },
  );
  await expect(
    setProgrammeArea(desk.manager, { ...input, authorities: [{ code: 'e08', name: 'x' }] }),
  ).rejects.toMatchObject({ fields: { 'authorities.0.code': expect.stringContaining('E08') } });
  const closed = await makeProgrammeDesk(app, 'closed');
  await expect(
    setProgrammeArea(closed.manager, { ...input, programmeId: closed.programmeId }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
