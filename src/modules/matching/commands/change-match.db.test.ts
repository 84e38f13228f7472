import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { rankMentorsForNeed } from '../reads.ts';
import { changeMatch } from './change-match.ts';
import { endMatch } from './end-match.ts';

const app = await createTestApp();

const next = { area: 'export', detail: 'First customers in Ireland.' } as const;

async function matched() {
  const world = await makeWorld(app);
  const adviser = await world.ctxAs('adviser');
  const need = await world.need({ area: 'finance', state: 'introduced' });
  const mentor = await world.mentor({ expertise: { finance: 5, export: 4 }, places: 1 });
  const match = await world.match({ need, mentor });
  const read = <T>(work: Parameters<typeof app.database.read<T>>[1]) =>
    app.database.read(world.orgId, work);
  const matches = () => read((tx) => tx.selectFrom('match').selectAll().orderBy('id').execute());
  const needRow = (id: string) =>
    read((tx) => tx.selectFrom('need').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
  return { world, adviser, need, mentor, match, matches, needRow, read };
}

describe('change-match', () => {
  test('in one step: closes the need, opens the next and lets the mentor go on', async () => {
    const { adviser, need, match, matches, needRow } = await matched();
    const made = await changeMatch(adviser, { matchId: match.id, keepsMentor: true, next });
    expect(await needRow(need.id)).toMatchObject({ state: 'closed', result: 'changed' });
    expect(await needRow(made.needId)).toMatchObject({
      state: 'introduced',
      replaces_id: need.id,
      introduced_on: '2026-11-24',
    });
    const rows = await matches();
    expect(rows.find((row) => row.id === match.id)).toMatchObject({
      during: '[2026-11-09,2026-11-24)',
      end_cause: 'finished',
    });
    expect(rows.find((row) => row.id === made.matchId)).toMatchObject({
      during: '[2026-11-24,)',
      need_id: made.needId,
    });
  });

  test('or ends the match with a handover and puts the next need into the queue', async () => {
    const { adviser, match, needRow } = await matched();
    const wish = { matchId: match.id, keepsMentor: false, next };
    await expect(changeMatch(adviser, wish)).rejects.toMatchObject({
      fields: { handover: expect.any(String) },
    });
    const made = await changeMatch(adviser, { ...wish, handover: 'Forecast is in place.' });
    expect(made.matchId).toBeNull();
    expect(await needRow(made.needId)).toMatchObject({ state: 'open', opened_on: '2026-11-24' });
  });

  test('changes nothing when another mentor works on the same need', async () => {
    const { world, adviser, need, match, needRow } = await matched();
    await world.match({ need });
    await expect(
      changeMatch(adviser, { matchId: match.id, keepsMentor: true, next }),
    ).rejects.toThrow(/Another mentor/);
    expect((await needRow(need.id)).state).toBe('introduced');
  });

  test('is refused to the mentor and to another organisation', async () => {
    const { world, mentor, match } = await matched();
    const wish = { matchId: match.id, keepsMentor: true, next };
    const asMentor = await world.ctxFor(mentor.person);
    const stranger = await (await makeWorld(app)).ctxAs('manager');
    for (const ctx of [asMentor, stranger]) {
      await expect(changeMatch(ctx, wish)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

describe('end-match', () => {
  test('frees the place at once, and a misfit is not tried again', async () => {
    const { world, adviser, need, mentor, match, read } = await matched();
    const ctx = world.systemCtx();
    const ranked = () => read((tx) => rankMentorsForNeed(tx, ctx, need.id));
    expect((await ranked()).mentors.get(mentor.id)?.liveMatches).toBe(1);
    await endMatch(adviser, {
      matchId: match.id,
      cause: 'misfit',
      handover: 'Wants more figures.',
    });
    const after = await ranked();
    expect(after.mentors.get(mentor.id)?.liveMatches).toBe(0);
    expect(after.ranking.excluded.find((each) => each.mentorId === mentor.id)?.rules).toMatchObject(
      [{ rule: 'tried-for-fit' }],
    );
  });

  test('a match that began today holds for today', async () => {
    const { world, adviser, need, matches } = await matched();
    const match = await world.match({ need, from: '2026-11-24' });
    await endMatch(adviser, { matchId: match.id, cause: 'finished' });
    expect((await matches()).find((row) => row.id === match.id)?.during).toBe(
      '[2026-11-24,2026-11-25)',
    );
  });

  test('tells both by mail, and ends once', async () => {
    const { adviser, match, read } = await matched();
    await endMatch(adviser, { matchId: match.id, cause: 'finished' });
    const mails = await read((tx) =>
      tx.selectFrom('mail').select('id').where('about_id', '=', match.id).execute(),
    );
    expect(mails).toHaveLength(2);
    await expect(endMatch(adviser, { matchId: match.id, cause: 'finished' })).rejects.toThrow(
      /ended already/,
    );
  });
});
