import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeNoteDesk } from '../../../../../test/factories/note-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { confirmNoteOpening } from './confirm-note-opening.ts';
import { dropNoteOpening } from './drop-note-opening.ts';

const app = await createTestApp();

test('whoever asked takes it back, anybody who could confirm refuses', async () => {
  const { desk, manager, opening } = await makeNoteDesk(app);
  await expectWalls(desk.world, dropNoteOpening, opening);
  expect(await dropNoteOpening(manager, opening)).toEqual({ state: 'withdrawn' });
  const again = await makeNoteDesk(app);
  expect(await dropNoteOpening(again.desk.adviser, again.opening)).toEqual({ state: 'refused' });
  expect(await again.desk.audited('drop-note-opening')).toHaveLength(1);
});

test('what was refused is neither confirmed nor refused again', async () => {
  const { desk, opening } = await makeNoteDesk(app);
  await dropNoteOpening(desk.adviser, opening);
  for (const late of [dropNoteOpening, confirmNoteOpening]) {
    await expect(late(desk.adviser, opening)).rejects.toMatchObject({ code: 'precondition' });
  }
});
