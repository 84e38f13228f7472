import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { setApplications } from './set-applications.ts';

const app = await createTestApp();
const paused = { version: 1, reason: 'The programme is full.', isOpen: false } as const;

test('applications are paused with words and a day, and open again without them', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app, 'open');
  await setApplications(desk.manager, {
    ...{ ...paused, programmeId },
    words: 'We are full until the summer.',
    until: '2027-06-01',
  });
  expect(await desk.row()).toMatchObject({
    state: 'open',
    applications_open: false,
    pause_words: 'We are full until the summer.',
    pause_until: '2027-06-01',
  });
  const again = { programmeId, version: 2, reason: 'Places are free.', isOpen: true };
  await setApplications(desk.manager, { ...again, words: 'left over' });
  expect(await desk.row()).toMatchObject({
    applications_open: true,
    pause_words: '',
    pause_until: null,
  });
  expect(await desk.audited('set-applications')).toMatchObject([
    { reason: 'The programme is full.', changes: { applications: ['open', 'paused'] } },
    { reason: 'Places are free.', changes: { applications: ['paused', 'open'] } },
  ]);
});

test('refuses outsiders, a day that is over, no reason, a stale version and a programme that is not open', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app, 'open');
  await expectWalls(desk.world, setApplications, { ...paused, programmeId });
  const input = { ...paused, programmeId };
  await expect(
    setApplications(desk.manager, { ...input, until: '2026-11-24' }),
  ).rejects.toMatchObject({ fields: { until: 'The day must be after today.' } });
  await expect(
    setApplications(desk.manager, { ...input, reason: undefined }),
  ).rejects.toMatchObject({ code: 'invalid' });
  await expect(setApplications(desk.manager, { ...input, version: 7 })).rejects.toMatchObject({
    code: 'conflict',
  });
  for (const state of ['draft', 'closing', 'closed'] as const) {
    const other = await makeProgrammeDesk(app, state);
    await expect(
      setApplications(other.manager, { ...paused, programmeId: other.programmeId }),
    ).rejects.toMatchObject({ code: 'precondition' });
  }
});
