import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../test/factories/session-desk.ts';
import { earlierAdvice } from './briefing-rows.ts';
import { matchInPlace } from './reads.ts';
import { handoverFactsOf } from './rematch/reads.ts';

const app = await createTestApp();

test('a session of the evening in Los Angeles is of that day, not of the next one of UTC', async () => {
  const desk = await makeSessionDesk(app, { from: '2026-11-09', to: '2026-11-22' });
  await app.database.tenant(desk.world.orgId, async (tx) => {
    await tx.updateTable('programme').set({ zone: 'America/Los_Angeles' }).execute();
    await tx.updateTable('organisation').set({ zone: 'America/Los_Angeles' }).execute();
  });
  // 20:00 to 21:00 on 20 November there.
  await desk.log({ startsAt: '2026-11-21T04:00:00.000Z', endsAt: '2026-11-21T05:00:00.000Z' });
  const day = '2026-11-20';
  expect(await desk.read((tx) => matchInPlace(tx, desk.match.id))).toMatchObject({
    lastSessionOn: day,
  });
  const { sessions } = await desk.read((tx) =>
    handoverFactsOf(tx, desk.match.id, 'America/Los_Angeles'),
  );
  expect(sessions).toMatchObject([{ on: day }]);
  expect(await desk.read((tx) => earlierAdvice(tx, desk.enrolmentId))).toMatchObject([{ on: day }]);
});
