import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { needWithHistory } from '../reads.ts';
import { editNeed } from './edit-need.ts';

const app = await createTestApp();
const better = { version: 1, area: 'people' as const, detail: 'Nobody to sell', priority: 3 };

test('a need is described better and keeps the day on which it was opened', async () => {
  const desk = await makeDesk(app);
  const { id } = await desk.world.need({ enrolment: desk.enrolment, openedOn: '2026-11-02' });
  await editNeed(desk.adviser, { needId: id, ...better });
  const found = await desk.read((tx) => needWithHistory(tx, desk.enrolmentId, id));
  expect(found.need).toMatchObject({ area: 'people', priority: 3, openedOn: '2026-11-02' });
  expect(await desk.audited('edit-need')).toMatchObject([
    { subject_id: id, changes: { area: ['finance', 'people'] } },
  ]);
});

test('refuses outsiders, a form that is behind and a closed need', async () => {
  const desk = await makeDesk(app);
  const { id } = await desk.world.need({ enrolment: desk.enrolment });
  const input = { needId: id, ...better };
  await expectWalls(desk, editNeed, input);
  await editNeed(desk.adviser, input);
  await expect(editNeed(desk.adviser, input)).rejects.toMatchObject({ code: 'conflict' });
  const closed = await desk.world.need({ enrolment: desk.enrolment, state: 'closed' });
  await expect(editNeed(desk.adviser, { ...input, needId: closed.id })).rejects.toMatchObject({
    code: 'precondition',
  });
});
