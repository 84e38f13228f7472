import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { adviceFor } from './reads.ts';

const app = await createTestApp();

test('recruitment sees which area lacks a mentor, whom one would serve and whom nobody serves', async () => {
  const world = await makeWorld(app);
  const ctx = world.systemCtx();
  const export1 = await world.need({ area: 'export' });
  await world.need({ area: 'finance' });
  await world.mentor({ expertise: { finance: 5 } });
  const { advice, solvedAt } = await app.database.read(world.orgId, (tx) =>
    adviceFor(tx, ctx, world.programme.id),
  );
  expect(solvedAt).toBeNull();
  expect(advice).toMatchObject({
    open: 2,
    served: 1,
    skills: [{ area: 'export', further: [{ served: [export1.id] }] }],
    unserved: [{ needId: export1.id, funnel: [{ rule: 'expertise-too-low', mentors: 1 }] }],
  });
});

test('needs of another programme do not count', async () => {
  const world = await makeWorld(app);
  await world.need({ area: 'export' });
  const elsewhere = await makeWorld(app);
  const { advice } = await app.database.read(elsewhere.orgId, (tx) =>
    adviceFor(tx, elsewhere.systemCtx(), elsewhere.programme.id),
  );
  expect(advice).toMatchObject({ open: 0, skills: [], unserved: [] });
});
