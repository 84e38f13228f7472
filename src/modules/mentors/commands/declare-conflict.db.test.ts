import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMentorDesk } from '../../../../test/factories/mentor-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { declareConflict } from './declare-conflict.ts';

const app = await createTestApp();

test('staff note an interest that a mentor tells; a double click notes it once', async () => {
  const desk = await makeMentorDesk(app);
  const enterpriseId = (await desk.world.enterprise()).id;
  const ctx = { ...desk.manager, idempotencyKey: 'conflict-once-001' };
  const input = {
    mentorId: desk.mentorId,
    enterpriseId,
    kind: 'client',
    note: 'Since 2019',
  } as const;
  const { conflictId } = await declareConflict(ctx, input);
  await declareConflict(ctx, input);
  const rows = await desk.read((tx) =>
    tx.selectFrom('mentor_conflict').select(['id', 'kind', 'note', 'ended_at']).execute(),
  );
  expect(rows).toEqual([{ id: conflictId, kind: 'client', note: 'Since 2019', ended_at: null }]);
  const audited = await desk.audited('declare-conflict');
  expect(audited).toMatchObject([{ subject_id: desk.mentorId, changes: { conflict: conflictId } }]);
  expect(JSON.stringify(audited)).not.toContain('2019');
});

test('refuses outsiders, an enterprise that is not here, and a mentor who has left', async () => {
  const desk = await makeMentorDesk(app);
  const enterpriseId = (await desk.world.enterprise()).id;
  const input = { mentorId: desk.mentorId, enterpriseId, kind: 'family' } as const;
  await expectWalls(desk.world, declareConflict, input);
  const elsewhere = await makeMentorDesk(app);
  const foreign = await elsewhere.world.enterprise();
  await expect(
    declareConflict(desk.manager, { ...input, enterpriseId: foreign.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await desk.set({ state: 'left' });
  await expect(declareConflict(desk.manager, input)).rejects.toMatchObject({
    code: 'precondition',
  });
});
