import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { recordWorkingStyle } from './record-working-style.ts';

const app = await createTestApp();
const style = { axes: { T1: 5, I3: 2 }, wish: 'Somebody who has exported to Poland' };

test('an enterprise says how it likes to work; the last answer holds', async () => {
  const { enterpriseId, ...desk } = await makeDesk(app);
  const lead = await desk.world.ctxFor({ id: desk.enrolment.enterprise.lead?.id ?? '' });
  await recordWorkingStyle(lead, { enterpriseId, ...style, languages: ['Polish'] });
  await recordWorkingStyle(desk.adviser, { enterpriseId, ...style, axes: { T1: 1 } });
  const rows = await desk.read((tx) =>
    tx.selectFrom('working_style').select(['axes', 'wish', 'languages', 'recorded_by']).execute(),
  );
  expect(rows).toEqual([
    {
      axes: { T1: 1 },
      wish: style.wish,
      languages: [],
      recorded_by: desk.adviser.actor.personId,
    },
  ]);
  const audited = await desk.audited('record-working-style');
  expect(audited).toHaveLength(2);
  expect(JSON.stringify(audited)).not.toContain('Poland');
});

test('the same key records once', async () => {
  const { enterpriseId, ...desk } = await makeDesk(app);
  const ctx = { ...desk.adviser, idempotencyKey: 'style-once-000001' };
  await recordWorkingStyle(ctx, { enterpriseId, ...style });
  await recordWorkingStyle(ctx, { enterpriseId, ...style });
  expect(await desk.audited('record-working-style')).toHaveLength(1);
});

test('an adviser of another programme cannot say how an enterprise likes to work', async () => {
  const { enterpriseId, ...desk } = await makeDesk(app);
  await expect(
    recordWorkingStyle(await desk.neighbour(), { enterpriseId, ...style }),
  ).rejects.toMatchObject({ code: 'not-found' });
  const own = await desk.world.ctxAs('adviser', { programmeId: desk.world.programme.id });
  await recordWorkingStyle(own, { enterpriseId, ...style });
});

test('a style has no state; refuses outsiders, another enterprise, and a sixth step on an axis', async () => {
  const { enterpriseId, ...desk } = await makeDesk(app);
  const input = { enterpriseId, ...style };
  await expectWalls(desk.world, recordWorkingStyle, input);
  const lead = await desk.world.ctxFor({ id: desk.enrolment.enterprise.lead?.id ?? '' });
  const other = await desk.world.enterprise();
  await expect(
    recordWorkingStyle(lead, { ...input, enterpriseId: other.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    recordWorkingStyle(desk.adviser, { ...input, axes: { T1: 6 } }),
  ).rejects.toMatchObject({ code: 'invalid' });
});
