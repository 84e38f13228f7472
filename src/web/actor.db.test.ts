import { expect, test } from 'vitest';
import { createTestApp } from '../../test/factories/app.ts';
import { makeSessionDesk } from '../../test/factories/session-desk.ts';
import { actorOfPerson } from './actor.ts';

const app = await createTestApp();

test('a mentor sees the firm until the end of the last day in the zone of the programme', async () => {
  const desk = await makeSessionDesk(app, { from: '2026-11-09', to: '2026-11-22' });
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx.updateTable('programme').set({ zone: 'America/Los_Angeles' }).execute(),
  );
  const firmsAt = async (now: string) => {
    const actor = await desk.read((tx) =>
      actorOfPerson(tx, desk.mentor.actor.personId ?? '', now, 'person'),
    );
    return actor?.matchedEnterpriseIds.size;
  };
  // 23:00 on the 21st there, and midnight passed.
  expect(await firmsAt('2026-11-22T07:00:00.000Z')).toBe(1);
  expect(await firmsAt('2026-11-22T08:30:00.000Z')).toBe(0);
});
