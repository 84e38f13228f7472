import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { changeMatch } from './change-match.ts';

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

  test('is refused to outsiders, and writes one audit row', async () => {
    const { world, adviser, match, read } = await matched();
    const wish = { matchId: match.id, keepsMentor: true, next };
    await expectWalls(world, changeMatch, wish);
    const made = await changeMatch(adviser, wish);
    const audit = await read((tx) =>
      tx.selectFrom('audit').select('changes').where('action', '=', 'change-match').execute(),
    );
    expect(audit).toMatchObject([{ changes: { needOpened: made.needId } }]);
    await expect(changeMatch(adviser, wish)).rejects.toMatchObject({ code: 'precondition' });
  });
});
