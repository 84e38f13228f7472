import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMentorDesk } from '../../../../test/factories/mentor-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { signCode } from './sign-code.ts';

const app = await createTestApp();

test('a mentor signs; after the induction this makes the mentor live', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app, { live: false });
  expect(await signCode(desk.own, { mentorId, signedOn: '2026-11-24' })).toEqual({
    state: 'appointed',
  });
  await desk.set({ state: 'inducted', inducted_on: '2026-11-20', code_signed_on: null });
  expect(await signCode(desk.own, { mentorId, signedOn: '2026-11-24' })).toEqual({ state: 'live' });
  expect((await desk.audited('sign-code'))[1]).toMatchObject({
    changes: { codeSignedOn: [null, '2026-11-24'], state: ['inducted', 'live'] },
  });
});

test('refuses outsiders, a day to come, and one who has left', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await expectWalls(desk.world, signCode, { mentorId, signedOn: '2026-11-24' });
  await expect(signCode(desk.own, { mentorId, signedOn: '2026-11-25' })).rejects.toMatchObject({
    fields: { signedOn: expect.stringContaining('future') },
  });
  await desk.set({ state: 'left' });
  await expect(signCode(desk.own, { mentorId, signedOn: '2026-11-24' })).rejects.toMatchObject({
    code: 'precondition',
  });
});
