import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import type { PageArgs } from '../../../platform/page.ts';
import { openToday } from './open-today.ts';

const app = await createTestApp();

/** Counts the statements that a piece of work asks for. */
function counter(): { plugin: KyselyPlugin; asked: () => number } {
  let count = 0;
  return {
    asked: () => count,
    plugin: {
      transformQuery: ({ node }) => {
        count += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    },
  };
}

test('Today asks for each kind of row once, however many applicants wait', async () => {
  const statements = async (applicants: number) => {
    const world = await makeWorld(app);
    const adviser = await world.person({ roles: ['adviser'] });
    for (let at = 0; at < applicants; at += 1) await world.enrolment({ adviser, state: 'applied' });
    const ctx = await world.ctxFor(adviser);
    const { plugin, asked } = counter();
    const page = await app.database.read(world.orgId, (tx) =>
      openToday({
        ctx,
        tx: tx.withPlugin(plugin) as typeof tx,
        params: { org: world.org.slug, programme: world.programme.slug },
        url: new URL('http://localhost/today?of=me'),
      } as unknown as PageArgs),
    );
    return { asked: asked(), rows: page.rows.size };
  };
  const few = await statements(1);
  const many = await statements(8);
  expect(many.rows).toBeGreaterThan(few.rows);
  expect(many.asked).toBe(few.asked);
  expect(many.asked).toBeLessThan(30);
});
