import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../test/factories/app.ts';
import { makeWorld } from '../../test/factories/world.ts';
import { dropKeptForm, keepForm, keptForm, sweepKeptForms } from './kept-forms.ts';

const app = await createTestApp();

async function makeKept() {
  app.clock.set(usualNow);
  const world = await makeWorld(app);
  const mentor = await world.ctxAs('mentor');
  const form = {
    path: `/o/${world.org.slug}/mentor/sessions/new?match=1`,
    values: { _key: 'kept-form-0001', summary: 'They won the order.' },
    hadFiles: false,
  };
  const id = (await keepForm(mentor, form)) ?? '';
  const read = (ctx: typeof mentor) => app.database.read(ctx.orgId, (tx) => keptForm(tx, ctx, id));
  return { world, mentor, form, id, read };
}

test('what was sent while signed out is there for the same person, for an hour', async () => {
  const { mentor, form, read } = await makeKept();
  expect(await read(mentor)).toMatchObject(form);
  app.clock.set('2026-11-24T10:59:00.000Z');
  expect(await read(mentor)).toMatchObject(form);
  app.clock.set('2026-11-24T11:01:00.000Z');
  await expect(read(mentor)).rejects.toMatchObject({ code: 'not-found' });
});

test('nobody else finds it, an administrator included, and nobody drops it', async () => {
  const { world, mentor, form, id, read } = await makeKept();
  const others = [await world.ctxAs('admin'), await world.ctxAs('mentor')];
  const elsewhere = await makeWorld(app);
  for (const other of [...others, await elsewhere.ctxAs('admin')]) {
    await expect(read(other)).rejects.toMatchObject({ code: 'not-found' });
    await dropKeptForm(other, id);
  }
  expect(await read(mentor)).toMatchObject(form);
  await dropKeptForm(mentor, id);
  await expect(read(mentor)).rejects.toMatchObject({ code: 'not-found' });
});

test('the words cannot be read from the database', async () => {
  const { world, id } = await makeKept();
  const row = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('kept_form').select('body').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  expect(row.body).not.toContain('order');
});

test('five of a person are kept, and none longer than an hour', async () => {
  const { world, mentor, form } = await makeKept();
  for (let at = 0; at < 7; at += 1) await keepForm(mentor, form);
  const count = async () =>
    (
      await app.database.read(world.orgId, (tx) =>
        tx.selectFrom('kept_form').select('id').execute(),
      )
    ).length;
  expect(await count()).toBe(5);
  app.clock.set('2026-11-24T12:00:00.000Z');
  await sweepKeptForms(app);
  expect(await count()).toBe(0);
});
