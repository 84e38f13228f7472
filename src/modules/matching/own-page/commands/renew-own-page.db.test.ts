import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeWorld } from '../../../../../test/factories/world.ts';
import { findLink, makeLink, renewLink, revokePages } from '../../../../platform/links.ts';
import { publicActor } from '../../../../platform/permission.ts';
import { renewOwnPage } from './renew-own-page.ts';

const app = await createTestApp();

async function place() {
  app.clock.set('2026-11-24T10:00:00.000Z');
  const world = await makeWorld(app);
  const match = await world.match();
  const { person } = match.mentor;
  const visitor = { ...world.systemCtx(), actor: publicActor };
  const link = (purpose: string, days: number) =>
    app.database.tenant(world.orgId, (tx) =>
      makeLink(tx, world.systemCtx(), {
        purpose,
        personId: person.id,
        subjectId: match.id,
        days,
      }),
    );
  const letters = () =>
    app.database.read(world.orgId, (tx) =>
      tx.selectFrom('mail').selectAll().where('kind', '=', 'own-page').execute(),
    );
  return { world, person, visitor, link, letters };
}

test('an old link is sent anew, to its person and no other, at most three times an hour', async () => {
  const { world, person, visitor, link, letters } = await place();
  const { secret } = await link('log-session', -1);
  for (let tap = 0; tap < 5; tap += 1) expect(await renewOwnPage(visitor, { secret })).toEqual({});
  const sent = await letters();
  expect(sent.map((mail) => mail.to_address)).toEqual(Array(3).fill(person.email));
  expect(sent[0]?.body).toMatch(/\/l\/[\w-]+\/[\w-]{20,}\/mentor/);
  expect(sent[0]?.answers_to).not.toBeNull();
  const audit = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('audit').select('changes').where('action', '=', 'renew-own-page').execute(),
  );
  expect(audit).toHaveLength(5);
});

test('asks for no role, tells nobody whether there was a link, and sends nothing for what is none', async () => {
  const { person, visitor, world, link, letters } = await place();
  expect(await renewOwnPage(visitor, { secret: 'x' })).toEqual({});
  expect(await renewOwnPage(visitor, { secret: 'a'.repeat(43) })).toEqual({});
  const { secret } = await link('invitation', -1);
  expect(await renewOwnPage(visitor, { secret })).toEqual({});
  const own = await link('mentor-page', 7);
  const elsewhere = { ...(await makeWorld(app)).systemCtx(), actor: publicActor };
  await renewOwnPage(elsewhere, { secret: own.secret });
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('person')
      .set({ removed_at: app.clock.now() })
      .where('id', '=', person.id)
      .execute(),
  );
  await renewOwnPage(visitor, { secret: own.secret });
  expect(await letters()).toEqual([]);
});

test('a link that is used works on; one that was ended does not come back', async () => {
  const { world, person, link } = await place();
  const { secret } = await link('mentor-page', 7);
  const find = () => app.database.read(world.orgId, (tx) => findLink(tx, app, secret));
  const before = await find();
  if (!before) throw new Error('the link is there');
  await app.database.tenant(world.orgId, (tx) => renewLink(tx, app, before));
  expect((await find())?.expiresAt).toBe('2027-02-22T10:00:00.000Z');
  await app.database.tenant(world.orgId, (tx) => revokePages(tx, app, person.id));
  await app.database.tenant(world.orgId, (tx) => renewLink(tx, app, before));
  expect(await find()).toBeNull();
});
