import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { setProgrammeFunders } from './set-programme-funders.ts';

const app = await createTestApp();
const funders: { name: string; agreementReference?: string; agreedOn?: string }[] = [
  { name: 'West Midlands Fund', agreementReference: 'WM-12', agreedOn: '2025-03-01' },
  { name: 'City Council' },
];

test('funders replace those before; a funder known by name is not written twice', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  await setProgrammeFunders(desk.manager, { programmeId, version: 1, funders });
  const renamed = [{ name: 'west midlands FUND', agreementReference: 'WM-13' }];
  await setProgrammeFunders(desk.manager, { programmeId, version: 2, funders: renamed });
  const known = await desk.read((tx) =>
    tx.selectFrom('funder').select('name').orderBy('name').execute(),
  );
  expect(known.map((row) => row.name)).toEqual(['City Council', 'West Midlands Fund']);
  const now = await desk.read((tx) =>
    tx.selectFrom('programme_funder').select('agreement_reference').execute(),
  );
  expect(now).toEqual([{ agreement_reference: 'WM-13' }]);
  expect(await desk.audited('set-programme-funders')).toHaveLength(2);
});

test('refuses a funder that is named twice, none at all, and a day that is no day', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  const attempt = (list: typeof funders) =>
    setProgrammeFunders(desk.manager, { programmeId, version: 1, funders: list });
  await expect(attempt([{ name: 'ESF' }, { name: 'esf' }])).rejects.toMatchObject({
    fields: { funders: 'A funder is named twice.' },
  });
  await expect(attempt([])).rejects.toMatchObject({
    fields: { funders: 'Enter at least one funder.' },
  });
  await expect(attempt([{ name: 'ESF', agreedOn: '2025-13-01' }])).rejects.toMatchObject({
    fields: { 'funders.0.agreedOn': 'Enter a real date.' },
  });
});

test('refuses outsiders, a stale version and a closed programme', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  const input = { programmeId, version: 1, funders };
  await expectWalls(desk.world, setProgrammeFunders, input);
  await setProgrammeFunders(desk.manager, input);
  await expect(setProgrammeFunders(desk.manager, input)).rejects.toMatchObject({
    code: 'conflict',
  });
  const closed = await makeProgrammeDesk(app, 'closed');
  await expect(
    setProgrammeFunders(closed.manager, { ...input, programmeId: closed.programmeId }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
