import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMentorDesk } from '../../../../test/factories/mentor-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { recordInduction } from './record-induction.ts';

const app = await createTestApp();

test('induction alone makes nobody live; with the signed code it does', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app, { live: false });
  expect(await recordInduction(desk.manager, { mentorId, inductedOn: '2026-11-24' })).toEqual({
    state: 'inducted',
  });
  await desk.set({ state: 'appointed', inducted_on: null, code_signed_on: '2026-11-20' });
  expect(await recordInduction(desk.manager, { mentorId, inductedOn: '2026-11-23' })).toEqual({
    state: 'live',
  });
  expect(await desk.row()).toMatchObject({ inducted_on: '2026-11-23', state: 'live' });
  expect((await desk.audited('record-induction'))[1]).toMatchObject({
    changes: { inductedOn: [null, '2026-11-23'], state: ['appointed', 'live'] },
  });
});

test('a paused mentor stays paused when the day of the induction is corrected', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await desk.set({ state: 'paused' });
  await recordInduction(desk.manager, { mentorId, inductedOn: '2025-06-03' });
  expect(await desk.row()).toMatchObject({ state: 'paused', inducted_on: '2025-06-03' });
});

test('refuses outsiders and the mentor too, a day to come, and one who has left', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app, { live: false });
  const input = { mentorId, inductedOn: '2026-11-24' };
  await expectWalls(desk.world, recordInduction, input);
  await expect(recordInduction(desk.own, input)).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    recordInduction(desk.manager, { mentorId, inductedOn: '2026-11-25' }),
  ).rejects.toMatchObject({ fields: { inductedOn: expect.stringContaining('future') } });
  await desk.set({ state: 'left' });
  await expect(recordInduction(desk.manager, input)).rejects.toMatchObject({
    code: 'precondition',
  });
});
