import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectRoleWalls } from '../../../../test/factories/walls.ts';
import { createProgramme } from './create-programme.ts';

const app = await createTestApp();

test('a programme begins as a draft at its first step; a double click begins one', async () => {
  const desk = await makeProgrammeDesk(app);
  const ctx = { ...desk.manager, idempotencyKey: 'create-once-00001' };
  const made = await createProgramme(ctx, { name: '  Scale-up Coventry ' });
  expect(await createProgramme(ctx, { name: '  Scale-up Coventry ' })).toEqual(made);
  const rows = await desk.read((tx) =>
    tx
      .selectFrom('programme')
      .select(['name', 'slug', 'state', 'setup_step', 'zone', 'currency'])
      .where('slug', 'like', 'scale-up%')
      .execute(),
  );
  expect(rows).toEqual([
    {
      name: 'Scale-up Coventry',
      slug: 'scale-up-coventry',
      state: 'draft',
      setup_step: 'dates',
      zone: 'Europe/London',
      currency: 'GBP',
    },
  ]);
  expect(await desk.audited('create-programme')).toMatchObject([{ subject_id: made.programmeId }]);
});

test('a name that is taken already gets an address of its own, however long it is', async () => {
  const desk = await makeProgrammeDesk(app);
  const names = ['Grow', 'Grow', 'Grow', 'w '.repeat(99), 'w '.repeat(99)];
  const slugs: string[] = [];
  for (const name of names) slugs.push((await createProgramme(desk.manager, { name })).slug);
  expect(slugs.slice(0, 3)).toEqual(['grow', 'grow-2', 'grow-3']);
  expect(new Set(slugs).size).toBe(5);
});

test('a draft has no state to refuse; refuses an empty name and whoever does not manage', async () => {
  const desk = await makeProgrammeDesk(app);
  await expectRoleWalls(desk.world, createProgramme, { name: 'Wall' });
  await expect(createProgramme(desk.manager, { name: ' ' })).rejects.toMatchObject({
    fields: { name: 'Enter the name of the programme.' },
  });
});

test('a manager of another organisation makes a programme there, not here', async () => {
  const [here, there] = [await makeProgrammeDesk(app), await makeProgrammeDesk(app)];
  const made = await createProgramme(there.manager, { name: 'Elsewhere' });
  const seen = (desk: typeof here) =>
    desk.read((tx) =>
      tx.selectFrom('programme').select('id').where('id', '=', made.programmeId).execute(),
    );
  expect(await seen(here)).toEqual([]);
  expect(await seen(there)).toHaveLength(1);
  expect(await here.audited('create-programme')).toEqual([]);
});
