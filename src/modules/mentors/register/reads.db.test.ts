import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { mentorsOf } from './reads.ts';

const app = await createTestApp();

test('the list counts matches and open offers, and finds by area, name and free place', async () => {
  const world = await makeWorld(app);
  const mentor = await world.mentor({ expertise: { finance: 4 } });
  await world.match({ mentor });
  await world.mentor({ expertise: { export: 3 }, places: 0 });
  const list = (filters: Record<string, string>, search = '') =>
    app.database.read(world.orgId, (tx) =>
      mentorsOf(
        tx,
        { search, filters, sort: 'free', direction: 'desc', page: 1, pageSize: 50 },
        '2026-11-24',
      ),
    );
  expect((await list({})).total).toBe(2);
  expect((await list({ area: 'finance' })).rows).toMatchObject([{ id: mentor.id, liveMatches: 1 }]);
  expect((await list({ place: 'full' })).total).toBe(1);
  expect((await list({}, mentor.person.name)).rows.map((row) => row.id)).toEqual([mentor.id]);
  expect((await list({}, '100%')).total).toBe(0);
});
