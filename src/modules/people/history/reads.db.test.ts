import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { keepSettingChange } from './keep-setting-change-step.ts';
import { allSettingChanges, settingChangers, settingChanges } from './reads.ts';
import { changeCells } from './spreadsheet.ts';

const app = await createTestApp();

async function makeHistory() {
  const world = await makeWorld(app);
  const [ann, bob] = [await world.ctxAs('manager'), await world.ctxAs('manager')];
  const programmeId = world.programme.id;
  await app.database.tenant(world.orgId, async (tx) => {
    for (let n = 1; n <= 60; n += 1) {
      await keepSettingChange(tx, n % 20 === 0 ? bob : ann, {
        ...{ programmeId, kind: n % 3 === 0 ? 'targets' : 'dates', reason: `Reason ${n}.` },
        lines: [{ field: 'C1, 2026 Q4', before: `${n - 1}`, after: `${n} of 100%` }],
      });
    }
    await keepSettingChange(tx, ann, {
      ...{ programmeId: null, kind: 'name' },
      lines: [{ field: 'Name', before: 'Old', after: 'New' }],
    });
  });
  const read = <T>(work: Parameters<typeof app.database.read<T>>[1]) =>
    app.database.read(world.orgId, work);
  return { world, ann, bob, programmeId, read };
}

test('a history is paged without an end, narrowed by setting, person and words, and counted whole', async () => {
  const { bob, programmeId, read } = await makeHistory();
  const first = await read((tx) => settingChanges(tx, { programmeId, page: 1, pageSize: 50 }));
  expect([first.rows.length, first.total]).toEqual([50, 60]);
  const second = await read((tx) => settingChanges(tx, { programmeId, page: 2, pageSize: 50 }));
  expect(second.rows).toHaveLength(10);
  const ids = new Set([...first.rows, ...second.rows].map(({ id }) => id));
  expect(ids.size).toBe(60);
  const narrowed = async (wanted: { search?: string; filters?: Record<string, string> }) =>
    (await read((tx) => settingChanges(tx, { ...wanted, programmeId, page: 1, pageSize: 5 })))
      .total;
  expect(await narrowed({ filters: { kind: 'targets' } })).toBe(20);
  expect(await narrowed({ filters: { person: bob.actor.personId ?? '' } })).toBe(3);
  expect(await narrowed({ filters: { kind: 'targets', person: bob.actor.personId ?? '' } })).toBe(
    1,
  );
  expect(await narrowed({ search: 'reason 17.' })).toBe(1);
  expect(await narrowed({ search: '100%' })).toBe(60);
  expect(await narrowed({ search: '%_' })).toBe(0);
  expect(await narrowed({ filters: { person: 'nobody' } })).toBe(0);
});

test('the file holds every change, a row for each field, with who made it', async () => {
  const { ann, bob, programmeId, read } = await makeHistory();
  const rows = await read((tx) => allSettingChanges(tx, { programmeId }));
  const cells = changeCells(rows, 'Europe/London');
  expect(cells).toHaveLength(60);
  expect(cells.map(([, what, ...rest]) => [what, ...rest])).toContainEqual([
    ...['Name and dates', 'C1, 2026 Q4', '19', '20 of 100%', 'Reason 20.', bob.actor.name],
  ]);
  const people = await read((tx) => settingChangers(tx, programmeId));
  expect(new Set(people.map(({ id }) => id))).toEqual(
    new Set([ann.actor.personId, bob.actor.personId]),
  );
});

test('the organisation has its own history, and no other reads either', async () => {
  const { programmeId, read } = await makeHistory();
  const own = await read((tx) => settingChanges(tx, { programmeId: null, page: 1, pageSize: 50 }));
  expect(own.rows.map(({ lines }) => lines)).toEqual([
    [{ field: 'Name', before: 'Old', after: 'New' }],
  ]);
  const elsewhere = await makeWorld(app);
  const theirs = await app.database.read(elsewhere.orgId, (tx) =>
    settingChanges(tx, { programmeId, page: 1, pageSize: 50 }),
  );
  expect(theirs.total).toBe(0);
});

test('what was kept can be neither altered nor taken away by the application', async () => {
  const { world, programmeId } = await makeHistory();
  const attempt = (work: Parameters<typeof app.database.tenant>[1]) =>
    app.database.tenant(world.orgId, work);
  await expect(
    attempt((tx) =>
      tx.updateTable('setting_change_line').set({ before: 'x' }).where('place', '=', 1).execute(),
    ),
  ).rejects.toThrow('permission denied');
  await expect(
    attempt((tx) =>
      tx.deleteFrom('setting_change').where('programme_id', '=', programmeId).execute(),
    ),
  ).rejects.toThrow('permission denied');
});
