import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { closeProgramme } from './close-programme.ts';

const app = await createTestApp();
const reason = 'The last claim is paid';

test('a programme closes in two steps and can be taken back', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app, 'open');
  for (const to of ['closing', 'closed', 'closing', 'open'] as const) {
    await closeProgramme(desk.manager, { programmeId, to, reason });
    expect(await desk.row()).toMatchObject({ state: to, applications_open: to === 'open' });
  }
  const rows = await desk.audited('close-programme');
  expect(rows).toHaveLength(4);
  expect(rows[0]).toMatchObject({ reason, changes: { state: ['open', 'closing'] } });
});

test.each([
  ['draft', 'closing'],
  ['draft', 'open'],
  ['open', 'closed'],
  ['closed', 'open'],
] as const)('a programme that is %s cannot become %s', async (state, to) => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app, state);
  await expect(closeProgramme(desk.manager, { programmeId, to, reason })).rejects.toMatchObject({
    code: 'precondition',
  });
  expect(await desk.row()).toMatchObject({ state });
});

test('refuses outsiders and an empty reason', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app, 'open');
  await expectWalls(desk.world, closeProgramme, { programmeId, to: 'closing', reason });
  await expect(
    closeProgramme(desk.manager, { programmeId, to: 'closing', reason: ' ' }),
  ).rejects.toMatchObject({ fields: { reason: 'Say why.' } });
});
