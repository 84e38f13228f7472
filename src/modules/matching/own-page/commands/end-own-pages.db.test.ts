import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectRoleWalls } from '../../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../../test/factories/world.ts';
import { makeLink } from '../../../../platform/links.ts';
import { endOwnPages } from './end-own-pages.ts';

const app = await createTestApp();

test('an invitation goes on when the pages end, also one of another organisation; it has no state that refuses', async () => {
  const world = await makeWorld(app);
  const mentor = await world.mentor({});
  const { id: personId } = mentor.person;
  await app.database.tenant(world.orgId, async (tx) => {
    await makeLink(tx, world.systemCtx(), { purpose: 'invitation', personId, days: 7 });
    await makeLink(tx, world.systemCtx(), { purpose: 'log-session', personId, days: 7 });
  });
  await expectRoleWalls(world, endOwnPages, {});
  expect(await endOwnPages(await world.ctxFor(mentor.person), {})).toEqual({ ended: 1 });
  const audit = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('audit').selectAll().where('action', '=', 'end-own-pages').execute(),
  );
  expect(audit).toMatchObject([{ subject_id: personId, changes: { ended: 1 } }]);
});
