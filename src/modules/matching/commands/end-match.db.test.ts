import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { matchInPlace, rankMentorsForNeed } from '../reads.ts';
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

test('a match that began today holds for today', async () => {
  const { adviser, match, row } = await matched('2026-11-24');
  await endMatch(adviser, { matchId: match.id, cause: 'finished' });
  expect(await row()).toMatchObject({ fromOn: '2026-11-24', toOn: '2026-11-25' });
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
