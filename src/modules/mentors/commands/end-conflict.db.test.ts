import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMentorDesk } from '../../../../test/factories/mentor-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { declareConflict } from './declare-conflict.ts';
import { endConflict } from './end-conflict.ts';

const app = await createTestApp();
const reason = 'Sold the shares';

async function makeConflict() {
  const desk = await makeMentorDesk(app);
  const { conflictId } = await declareConflict(desk.manager, {
    mentorId: desk.mentorId,
    enterpriseId: (await desk.world.enterprise()).id,
    kind: 'shareholding',
  });
  return { ...desk, conflictId };
}

test('a conflict ends with a reason and the declaration is kept', async () => {
  const { conflictId, ...desk } = await makeConflict();
  await endConflict(desk.manager, { conflictId, reason });
  const rows = await desk.read((tx) =>
    tx.selectFrom('mentor_conflict').select(['kind', 'ended_at']).execute(),
  );
  expect(rows).toEqual([{ kind: 'shareholding', ended_at: app.clock.now() }]);
  expect(await desk.audited('end-conflict')).toMatchObject([
    { subject_id: desk.mentorId, changes: { conflictEnded: conflictId } },
  ]);
});

test('refuses outsiders, an empty reason, and one that has ended already', async () => {
  const { conflictId, ...desk } = await makeConflict();
  await expectWalls(desk.world, endConflict, { conflictId, reason });
  await expect(endConflict(desk.manager, { conflictId, reason: '' })).rejects.toMatchObject({
    fields: { reason: 'Say why it is over.' },
  });
  await endConflict(desk.manager, { conflictId, reason });
  await expect(endConflict(desk.manager, { conflictId, reason })).rejects.toMatchObject({
    code: 'precondition',
  });
});
