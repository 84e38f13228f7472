import { expect, test } from 'vitest';
import { z } from 'zod';
import { createTestApp } from '../../test/factories/app.ts';
import { makeWorld } from '../../test/factories/world.ts';
import { invalid } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import { checkVersion, command } from './command.ts';

const app = await createTestApp();
const permission = {
  resource: 'funder',
  action: 'add',
  grants: { manager: 'organisation', adviser: 'programme' },
} as const;
const input = z.strictObject({ name: z.string().trim().min(1, 'Enter the name.').max(20) });

const addFunder = command({
  name: 'add-funder',
  permission,
  input,
  async run({ ctx, tx, input: { name }, allow, audit }) {
    allow({});
    const id = newId();
    await tx.insertInto('funder').values({ org_id: ctx.orgId, id, name }).execute();
    await audit({ subject: ['funder', id] });
    if (name === 'broken') throw new Error('in the middle');
    return { id };
  },
});

async function makeFunders() {
  const world = await makeWorld(app);
  const count = async (table: 'funder' | 'audit' | 'idempotency_key') =>
    (await app.database.read(world.orgId, (tx) => tx.selectFrom(table).select('org_id').execute()))
      .length;
  return { world, count, manager: await world.ctxAs('manager') };
}

test('what fails in the middle leaves nothing, and its form can be sent again', async () => {
  const { count, manager } = await makeFunders();
  const ctx = { ...manager, idempotencyKey: 'try-again-000001' };
  await expect(addFunder(ctx, { name: 'broken' })).rejects.toThrow('in the middle');
  expect([await count('funder'), await count('audit'), await count('idempotency_key')]).toEqual([
    0, 0, 0,
  ]);
  await addFunder(ctx, { name: 'ERDF' });
  expect(await count('funder')).toBe(1);
});

test('a form that is sent many times at once does one thing and gives one answer', async () => {
  const { count, manager } = await makeFunders();
  const ctx = { ...manager, idempotencyKey: 'many-times-000001' };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => addFunder(ctx, { name: 'ERDF' })),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect([await count('funder'), await count('audit')]).toEqual([1, 1]);
});

test('two commands that wait for each other both come through', async () => {
  const { world, count, manager } = await makeFunders();
  const { id: erdf } = await addFunder(manager, { name: 'ERDF' });
  const { id: esf } = await addFunder(manager, { name: 'ESF' });
  let holding = 0;
  let attempts = 0;
  const bothHold = Promise.withResolvers<void>();
  const renameBoth = command({
    name: 'add-funder',
    permission,
    input: z.strictObject({ ids: z.array(z.uuid()), name: z.string().max(20) }),
    async run({ tx, input: { ids, name }, allow, audit }) {
      allow({});
      attempts += 1;
      for (const id of ids) {
        await tx
          .updateTable('funder')
          .set({ name: `${name} ${id}`.slice(0, 20) })
          .where('id', '=', id)
          .execute();
        holding += 1;
        if (holding === 2) bothHold.resolve();
        await bothHold.promise;
      }
      await audit({ subject: ['funder', ids[0] ?? ''] });
      return {};
    },
  });
  await Promise.all([
    renameBoth(manager, { ids: [erdf, esf], name: 'one' }),
    renameBoth(await world.ctxAs('manager'), { ids: [esf, erdf], name: 'two' }),
  ]);
  expect(attempts).toBe(3);
  expect(await count('audit')).toBe(4);
});

/** Adds a funder only when none has the name: a rule that two readings at once cannot keep. */
function addingOnce(bothHaveRead: () => Promise<void>) {
  return command({
    name: 'add-funder',
    permission,
    input: z.strictObject({ id: z.uuid() }),
    async run({ ctx, tx, input: { id }, allow, audit }) {
      allow({});
      const known = await tx.selectFrom('funder').select('id').where('id', '=', id).execute();
      if (known.length > 0) throw invalid({ name: 'There is one already.' });
      await bothHaveRead();
      await tx.insertInto('funder').values({ org_id: ctx.orgId, id, name: 'ERDF' }).execute();
      await audit({ subject: ['funder', id] });
      return {};
    },
  });
}

test('of two who write the same in one moment the second hears what somebody later would', async () => {
  const { world, count, manager } = await makeFunders();
  let readings = 0;
  const both = Promise.withResolvers<void>();
  const addOnce = addingOnce(async () => {
    readings += 1;
    if (readings === 2) both.resolve();
    await both.promise;
  });
  const id = newId();
  const done = await Promise.allSettled([
    addOnce(manager, { id }),
    addOnce(await world.ctxAs('manager'), { id }),
  ]);
  const refused = done.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toMatchObject([{ code: 'invalid', fields: { name: 'There is one already.' } }]);
  expect([await count('funder'), await count('audit')]).toEqual([1, 1]);
});

test('a thing that no rule of the command foresaw is a conflict in words, not an error of the server', async () => {
  const { count, manager } = await makeFunders();
  const { id } = await addFunder(manager, { name: 'ERDF' });
  const addAgain = command({
    name: 'add-funder',
    permission,
    input: z.strictObject({}),
    async run({ ctx, tx, allow }) {
      allow({});
      await tx.insertInto('funder').values({ org_id: ctx.orgId, id, name: 'ERDF' }).execute();
    },
  });
  await expect(addAgain(manager, {})).rejects.toMatchObject({
    code: 'conflict',
    message: 'This is on record already: somebody saved it a moment before you.',
  });
  expect(await count('funder')).toBe(1);
});

test('a key is good for one command of one person in one organisation', async () => {
  const { world, manager } = await makeFunders();
  const idempotencyKey = 'somebody-elses-01';
  await addFunder({ ...manager, idempotencyKey }, { name: 'ERDF' });
  const colleague = { ...(await world.ctxAs('manager')), idempotencyKey };
  await expect(addFunder(colleague, { name: 'ESF' })).rejects.toMatchObject({ code: 'conflict' });
  const elsewhere = await makeFunders();
  await addFunder({ ...elsewhere.manager, idempotencyKey }, { name: 'ESF' });
  expect(await elsewhere.count('funder')).toBe(1);
});

test('other words under the key of a sent form are refused, never taken for the first', async () => {
  const { count, manager } = await makeFunders();
  const ctx = { ...manager, idempotencyKey: 'other-words-00001' };
  const first = await addFunder(ctx, { name: 'ERDF' });
  await expect(addFunder(ctx, { name: 'ESF' })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('with other words'),
  });
  expect(await count('funder')).toBe(1);
  expect(await addFunder(ctx, { name: 'ERDF' })).toEqual(first);
});

test('a page is tried without leaving anything', async () => {
  const { count, manager } = await makeFunders();
  const ctx = { ...manager, leavesNothing: true as const };
  expect((await addFunder(ctx, { name: 'ERDF' })).id).toMatch(/^[0-9a-f-]{36}$/);
  expect([await count('funder'), await count('audit')]).toEqual([0, 0]);
});

test('whoever may nowhere hears nothing of what is wrong with the entries', async () => {
  const { world } = await makeFunders();
  await expect(addFunder(await world.ctxAs('mentor'), { name: '' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('entries are named by their fields, and unknown ones refused', async () => {
  const { manager } = await makeFunders();
  await expect(addFunder(manager, { name: ' ' })).rejects.toMatchObject({
    fields: { name: 'Enter the name.' },
  });
  const more = { name: 'ERDF', isAdmin: true };
  await expect(addFunder(manager, more)).rejects.toMatchObject({ code: 'invalid' });
});

test.each(['allow', 'audit'] as const)(
  'a command that forgets to %s changes nothing',
  async (left) => {
    const { count, manager } = await makeFunders();
    const forgetful = command({
      name: 'forget',
      permission,
      input,
      async run({ ctx, tx, input: { name }, allow, audit }) {
        const id = newId();
        await tx.insertInto('funder').values({ org_id: ctx.orgId, id, name }).execute();
        if (left !== 'allow') allow({});
        if (left !== 'audit') await audit({ subject: ['funder', id] });
        return { id };
      },
    });
    await expect(forgetful(manager, { name: 'ERDF' })).rejects.toMatchObject({ code: 'internal' });
    expect(await count('funder')).toBe(0);
  },
);

test('a command cannot write into another organisation even when it tries', async () => {
  const { count, world } = await makeFunders();
  const there = await makeFunders();
  const smuggle = command({
    name: 'smuggle',
    permission,
    input,
    async run({ tx, input: { name }, allow, audit }) {
      allow({});
      const id = newId();
      await tx.insertInto('funder').values({ org_id: world.orgId, id, name }).execute();
      await audit({ subject: ['funder', id] });
      return { id };
    },
  });
  await expect(smuggle(there.manager, { name: 'ERDF' })).rejects.toThrow('row-level security');
  expect(await count('funder')).toBe(0);
});

test('a record that moved on shows what is stored', () => {
  const stored = { version: 3, name: 'As stored' };
  expect(() => checkVersion(stored, 3, 'profile')).not.toThrow();
  expect(() => checkVersion(stored, 2, 'profile')).toThrow('Somebody else changed this profile');
});
