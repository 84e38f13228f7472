import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { setProgrammeRemit } from './set-programme-remit.ts';

const app = await createTestApp();
const remit = {
  version: 1,
  sicDivisions: ['25', '28'],
  description: 'Makers of things',
  sizeBands: ['micro', 'small'] as ('micro' | 'small')[],
  tradingAtLeastMonths: 12,
  tradingBelowMonths: 60,
};

test('says which firms the programme is for', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  await setProgrammeRemit(desk.manager, { programmeId, ...remit });
  expect(await desk.row()).toMatchObject({
    sic_divisions: ['25', '28'],
    size_bands: ['micro', 'small'],
    trading_at_least_months: 12,
    trading_below_months: 60,
    takes_potential_entrepreneurs: true,
    business_sales_at_least: null,
  });
  expect(await desk.audited('set-programme-remit')).toMatchObject([
    { changes: { sizeBands: ['micro', 'small'] } },
  ]);
});

test('refuses a trading age that no firm can have', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  await expect(
    setProgrammeRemit(desk.manager, {
      programmeId,
      ...remit,
      tradingAtLeastMonths: 36,
      tradingBelowMonths: 36,
    }),
  ).rejects.toMatchObject({ fields: { tradingBelowMonths: expect.stringContaining('more than') } });
});

test('refuses outsiders, no size at all, a stale version and a closed programme', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  const input = { programmeId, ...remit };
  await expectWalls(desk.world, setProgrammeRemit, input);
  await expect(setProgrammeRemit(desk.manager, { ...input, sizeBands: [] })).rejects.toMatchObject({
    fields: { sizeBands: 'Choose at least one size.' },
  });
  await expect(setProgrammeRemit(desk.manager, { ...input, version: 7 })).rejects.toMatchObject({
    code: 'conflict',
  });
  const closed = await makeProgrammeDesk(app, 'closed');
  await expect(
    setProgrammeRemit(closed.manager, { ...input, programmeId: closed.programmeId }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
