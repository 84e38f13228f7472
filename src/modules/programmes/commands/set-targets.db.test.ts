import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { setTargets } from './set-targets.ts';

const app = await createTestApp();
const targets = [
  { indicator: 'C1', quarter: '2026-Q4', value: 12 },
  { indicator: 'C8', quarter: '2026-Q4', value: 2.5 },
  { indicator: 'C1', quarter: '2027-Q1', value: 0 },
];

test('the profile is replaced whole and zeros are left out', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  await setTargets(desk.manager, { programmeId, version: 1, targets });
  const stored = () =>
    desk.read((tx) =>
      tx
        .selectFrom('target')
        .select(['indicator', 'quarter', 'value'])
        .where('programme_id', '=', programmeId)
        .orderBy('indicator')
        .execute(),
    );
  expect(await stored()).toEqual(targets.slice(0, 2));
  await setTargets(desk.manager, { programmeId, version: 2, targets: [] });
  expect(await stored()).toEqual([]);
  expect(await desk.audited('set-targets')).toMatchObject([
    {
      changes: {
        targets: [
          ['C1', '2026-Q4', 12],
          ['C8', '2026-Q4', 2.5],
        ],
      },
    },
    { changes: { targets: [] } },
  ]);
});

test('refuses two targets for one indicator and quarter, and a quarter that is none', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  const twice = [...targets, { indicator: 'C1', quarter: '2026-Q4', value: 1 }];
  await expect(
    setTargets(desk.manager, { programmeId, version: 1, targets: twice }),
  ).rejects.toMatchObject({ fields: { targets: expect.stringContaining('twice') } });
  await expect(
    setTargets(desk.manager, {
      programmeId,
      version: 1,
      targets: [{ indicator: 'C1', quarter: '2026-Q5', value: 1 }],
    }),
  ).rejects.toMatchObject({ fields: { 'targets.0.quarter': 'A quarter reads 2026-Q4.' } });
});

test('refuses outsiders, a started programme without a reason, and a closed one', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  await expectWalls(desk.world, setTargets, { programmeId, version: 1, targets });
  for (const [state, code] of [
    ['open', 'invalid'],
    ['closed', 'precondition'],
  ] as const) {
    const other = await makeProgrammeDesk(app, state);
    await expect(
      setTargets(other.manager, { programmeId: other.programmeId, version: 1, targets }),
    ).rejects.toMatchObject({ code });
  }
});
