import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { setProgrammeDates } from './set-programme-dates.ts';

const app = await createTestApp();
const dates = {
  version: 1,
  name: 'Grow Coventry',
  about: 'For makers',
  startsOn: '2026-04-01',
  endsOn: '2029-03-31',
};

test('a draft is named and dated and moves on to its funders', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  await setProgrammeDates(desk.manager, { programmeId, ...dates });
  expect(await desk.row()).toMatchObject({
    name: 'Grow Coventry',
    starts_on: '2026-04-01',
    ends_on: '2029-03-31',
    setup_step: 'funders',
    version: 2,
  });
  expect(await desk.audited('set-programme-dates')).toMatchObject([
    { subject_id: programmeId, changes: { startsOn: ['2025-04-01', '2026-04-01'] } },
  ]);
});

test('a programme of one day is possible, one that ends before it starts is not', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  await expect(
    setProgrammeDates(desk.manager, { programmeId, ...dates, endsOn: '2026-03-31' }),
  ).rejects.toMatchObject({ fields: { endsOn: expect.stringContaining('not be before') } });
  await expect(
    setProgrammeDates(desk.manager, { programmeId, ...dates, endsOn: '2026-02-29' }),
  ).rejects.toMatchObject({ fields: { endsOn: 'Enter a real date.' } });
  await expect(
    setProgrammeDates(desk.manager, { programmeId, ...dates, startsOn: '', endsOn: '' }),
  ).rejects.toMatchObject({
    fields: { startsOn: 'Enter the first day.', endsOn: 'Enter the last day.' },
  });
  await setProgrammeDates(desk.manager, { programmeId, ...dates, endsOn: '2026-04-01' });
});

test('a started programme changes its dates only with a reason, which is kept', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app, 'open');
  await expect(setProgrammeDates(desk.manager, { programmeId, ...dates })).rejects.toMatchObject({
    fields: { reason: expect.stringContaining('say why') },
  });
  const reason = 'Change request 3';
  await setProgrammeDates(desk.manager, { programmeId, ...dates, reason });
  expect(await desk.audited('set-programme-dates')).toMatchObject([{ reason }]);
  expect(await desk.row()).toMatchObject({ state: 'open', setup_step: null });
});

test('refuses outsiders, a closed programme, and the second of two people who edit', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  await expectWalls(desk.world, setProgrammeDates, { programmeId, ...dates });
  await setProgrammeDates(desk.manager, { programmeId, ...dates });
  await expect(
    setProgrammeDates(desk.manager, { programmeId, ...dates, name: 'Another' }),
  ).rejects.toMatchObject({ code: 'conflict', details: { name: 'Grow Coventry', version: 2 } });
  const closed = await makeProgrammeDesk(app, 'closed');
  await expect(
    setProgrammeDates(closed.manager, { programmeId: closed.programmeId, ...dates, reason: 'x' }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
