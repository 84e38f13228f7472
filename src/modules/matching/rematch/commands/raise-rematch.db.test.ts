import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeFitDesk } from '../../../../../test/factories/fit-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { endMatch } from '../../commands/end-match.ts';
import { sendShortlist } from '../../commands/send-shortlist.ts';
import { keepMatch } from './keep-match.ts';
import { raiseRematch } from './raise-rematch.ts';

const app = await createTestApp();

test('staff note once that a match is to change', async () => {
  const desk = await makeFitDesk(app);
  const input = { matchId: desk.matchId, note: 'They talk past each other.' };
  await expectWalls(desk.world, raiseRematch, input);
  await raiseRematch(desk.adviser, input);
  expect(await desk.rematches()).toMatchObject([{ source: 'staff', note: input.note }]);
  await expect(raiseRematch(desk.adviser, input)).rejects.toThrow(/noted already/);
  expect(await desk.audited('raise-rematch')).toMatchObject([{ subject_id: desk.matchId }]);
});

test('the end of the match settles it; a match that has ended is not raised', async () => {
  const desk = await makeFitDesk(app);
  await raiseRematch(desk.adviser, { matchId: desk.matchId });
  await endMatch(desk.adviser, { matchId: desk.matchId, cause: 'silence' });
  expect(await desk.rematches()).toMatchObject([{ outcome: 'changed' }]);
  await expect(raiseRematch(desk.adviser, { matchId: desk.matchId })).rejects.toThrow(/ended/);
});

test('no shortlist goes out before staff have said why the present match ends', async () => {
  const desk = await makeFitDesk(app);
  await raiseRematch(desk.adviser, { matchId: desk.matchId });
  const [one, two] = [await desk.world.mentor(), await desk.world.mentor()];
  const list = { needId: desk.match.need.id, mentorIds: [one.id, two.id] };
  await expect(sendShortlist(desk.adviser, list)).rejects.toThrow(/Say first why it ends/);
  await keepMatch(desk.adviser, { matchId: desk.matchId, reason: 'A second mentor joins them.' });
  await expect(sendShortlist(desk.adviser, list)).resolves.toBeDefined();
});
