import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { needsQueue } from '../queue/reads.ts';
import { matchInPlace, needInPlace, rankMentorsForNeed } from '../reads.ts';
import { endMatch } from './end-match.ts';

const app = await createTestApp();

async function matched(from?: string) {
  const desk = await makeMatchingDesk(app);
  const match = await desk.world.match({
    need: desk.need,
    mentor: desk.best,
    ...(from === undefined ? {} : { from }),
  });
  return { ...desk, match, row: () => desk.read((tx) => matchInPlace(tx, match.id)) };
}

test('frees the place at once, and a misfit is not tried again', async () => {
  const desk = await matched();
  const ctx = desk.world.systemCtx();
  const ranked = () => desk.read((tx) => rankMentorsForNeed(tx, ctx, desk.needId));
  expect((await ranked()).mentors.get(desk.best.id)?.liveMatches).toBe(1);
  const input = { matchId: desk.match.id, cause: 'misfit' as const, handover: 'Wants figures.' };
  await expectWalls(desk.world, endMatch, input);
  await endMatch(desk.adviser, input);
  const { mentors, ranking } = await ranked();
  expect(mentors.get(desk.best.id)?.liveMatches).toBe(0);
  expect(ranking.excluded.find((each) => each.mentorId === desk.best.id)?.rules).toMatchObject([
    { rule: 'tried-for-fit' },
  ]);
  expect(await desk.audited('end-match')).toMatchObject([
    { subject_id: desk.match.id, changes: { cause: 'misfit' } },
  ]);
});

test('a change of mentor needs a handover, and nothing changes without one', async () => {
  const { adviser, match, row } = await matched();
  await expect(
    endMatch(adviser, { matchId: match.id, cause: 'need-changed' }),
  ).rejects.toMatchObject({ fields: { handover: expect.any(String) } });
  expect((await row()).endCause).toBeNull();
});

test('a match that began today holds for today, and ended today', async () => {
  const { adviser, match, read, row } = await matched('2026-11-24');
  await endMatch(adviser, { matchId: match.id, cause: 'finished' });
  expect(await row()).toMatchObject({ fromOn: '2026-11-24', toOn: '2026-11-24' });
  const kept = await read((tx) => tx.selectFrom('match').select('during').executeTakeFirst());
  expect(kept).toEqual({ during: '[2026-11-24,2026-11-25)' });
});

test('a need that lost its last mentor waits again, with its first introduction kept', async () => {
  const world = await makeWorld(app);
  const need = await world.need({ state: 'introduced' });
  const [first, second] = [await world.match({ need }), await world.match({ need, role: 'pair' })];
  const adviser = await world.ctxAs('adviser');
  const state = async () => {
    const place = await app.database.read(world.orgId, (tx) => needInPlace(tx, need.id));
    return [place.state, place.introducedOn, place.waitsSince];
  };
  await endMatch(adviser, { matchId: first.id, cause: 'finished' });
  expect(await state()).toEqual(['introduced', '2026-11-09', null]);
  await endMatch(adviser, { matchId: second.id, cause: 'silence' });
  expect(await state()).toEqual(['open', '2026-11-09', '2026-11-24']);
  const queue = await app.database.read(world.orgId, (tx) =>
    needsQueue(
      tx,
      { id: world.programme.id, introduction_days: 7 },
      { search: '', sort: 'age', direction: 'asc', page: 1, pageSize: 10, filters: {} },
      '2026-11-24',
    ),
  );
  expect(queue.rows).toMatchObject([{ id: need.id, step: 'again' }]);
});

test('tells both by mail, and ends once', async () => {
  const { adviser, match, mails } = await matched();
  await endMatch(adviser, { matchId: match.id, cause: 'finished' });
  expect(await mails('match-changed')).toHaveLength(2);
  await expect(endMatch(adviser, { matchId: match.id, cause: 'finished' })).rejects.toThrow(
    /ended already/,
  );
});

test('two who are kept apart are barred with a reason that only staff read', async () => {
  const { adviser, match, read, need } = await matched();
  await endMatch(adviser, {
    matchId: match.id,
    cause: 'silence',
    keepApart: 'Harsh words on both sides.',
  });
  const barred = await read((tx) => tx.selectFrom('barred_pair').selectAll().execute());
  expect(barred).toMatchObject([
    {
      enterprise_id: need.enrolment.enterprise.id,
      mentor_id: match.mentor.id,
      cause: 'staff',
      reason: 'Harsh words on both sides.',
    },
  ]);
});
