import { describe, expect, test } from 'vitest';
import { auditReason } from '../../../../test/factories/audit-reason.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { barPair } from './bar-pair.ts';
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

describe('a mentor whom a rule keeps from the next need', () => {
  const people = { area: 'people', detail: 'Two teams that do not talk.' } as const;

  test('goes on only with a reason, which is kept', async () => {
    const { adviser, match, read } = await matched();
    const wish = { matchId: match.id, keepsMentor: true, next: people };
    await expect(changeMatch(adviser, wish)).rejects.toMatchObject({
      fields: { overrideReason: expect.stringContaining('Too little expertise in people') },
    });
    const made = await changeMatch(adviser, { ...wish, overrideReason: 'They trust each other.' });
    expect(made.matchId).not.toBeNull();
    const audit = await read((tx) =>
      tx
        .selectFrom('audit')
        .select([auditReason, 'changes'])
        .where('action', '=', 'change-match')
        .execute(),
    );
    expect(audit).toMatchObject([
      { reason: 'They trust each other.', changes: { against: ['expertise-too-low'] } },
    ]);
  });

  test('never goes on against a wish to be kept apart', async () => {
    const { adviser, match, mentor } = await matched();
    await barPair(adviser, {
      enrolmentId: match.need.enrolment.id,
      mentorId: mentor.id,
      cause: 'veto-enterprise',
      reason: 'They asked for it.',
    });
    await expect(
      changeMatch(adviser, {
        matchId: match.id,
        keepsMentor: true,
        next,
        overrideReason: 'We want it.',
      }),
    ).rejects.toMatchObject({ fields: { mentor: expect.stringContaining('does not want') } });
  });
});

describe('the letters about a changed need', () => {
  const bodies = async (read: Awaited<ReturnType<typeof matched>>['read']) =>
    (
      await read((tx) =>
        tx.selectFrom('mail').select('body').where('kind', '=', 'match-changed').execute(),
      )
    ).map((row) => row.body);

  test('say "you said" only where the firm said it', async () => {
    const { adviser, match, read } = await matched();
    await changeMatch(adviser, {
      matchId: match.id,
      keepsMentor: true,
      next: { ...next, seenBy: 'adviser' },
    });
    expect((await bodies(read)).join('\n')).not.toContain('You said');
  });

  test('go out as they were edited', async () => {
    const { adviser, match, read } = await matched();
    await changeMatch(adviser, {
      matchId: match.id,
      keepsMentor: true,
      next,
      letters: { toMentor: 'Dear friend, go on.', toEnterprise: 'Go on as you are.' },
    });
    const sent = (await bodies(read)).join('\n');
    expect(sent).toContain('Dear friend, go on.');
    expect(sent).toContain('Go on as you are.');
    expect(sent).not.toContain('matters most now');
  });
});
