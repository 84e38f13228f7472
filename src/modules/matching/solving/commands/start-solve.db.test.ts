import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeMatchDesk } from '../../../../../test/factories/match-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { newId } from '../../../../kernel/ids.ts';
import { editAllocation } from '../../allocation/commands/edit-allocation.ts';
import { publishAllocation } from '../../allocation/commands/publish-allocation.ts';
import { recheck } from '../../allocation/frozen.ts';
import { keptProposal, shownSolve, solvesOf } from '../reads.ts';
import { solveDeskJob } from '../jobs.ts';
import { startSolve } from './start-solve.ts';

const app = await createTestApp();

type MatchDesk = Awaited<ReturnType<typeof makeMatchDesk>>;

const solvesIn = ({ world, read }: MatchDesk) => read((tx) => solvesOf(tx, world.programme.id));

describe('start-solve', () => {
  test('has the proposal worked out, keeps it and writes who asked for it', async () => {
    const desk = await makeMatchDesk(app);
    const { world, adviser, anna, exporting, read, allocationId, audited } = desk;
    const input = { programmeId: world.programme.id };
    await expectWalls(world, startSolve, input);
    const { solveId } = await startSolve(adviser, input);
    expect((await solvesIn(desk)).underWay).toMatchObject({ id: solveId, state: 'waiting' });
    await app.jobs.drain();
    const { underWay, done } = await solvesIn(desk);
    expect(underWay).toBeNull();
    expect(done).toMatchObject({
      id: solveId,
      percent: 100,
      needs: 3,
      mentors: 2,
      allocationId,
      allocationVersion: 1,
    });
    const shown = await read((tx) => shownSolve(tx, world.programme.id));
    expect(shown).toMatchObject({ isProved: true, totals: { open: 3, served: 3 } });
    const kept = await read((tx) =>
      keptProposal(tx, adviser, {
        programmeId: world.programme.id,
        draft: { id: allocationId, version: 1 },
        done: [],
      }),
    );
    expect(kept?.isCurrent).toBe(true);
    expect(kept?.proposal.pairs.get(exporting.id)).toBe(anna.id);
    expect(await audited('start-solve')).toMatchObject([
      { subject_id: solveId, changes: { isNew: true } },
    ]);
  });

  test('begins no second one while one is under way, and a double click begins one', async () => {
    const desk = await makeMatchDesk(app);
    const { world, adviser } = desk;
    const ctx = { ...adviser, idempotencyKey: newId() };
    const input = { programmeId: world.programme.id };
    const begun = await Promise.all([
      startSolve(ctx, input),
      startSolve(ctx, input),
      startSolve(await world.ctxAs('manager'), input),
    ]);
    expect(new Set(begun.map((each) => each.solveId)).size).toBe(1);
  });

  test('does not know a step taken after it, until it is worked out anew', async () => {
    const desk = await makeMatchDesk(app);
    const { world, adviser, allocationId, finance, ben, read } = desk;
    const input = { programmeId: world.programme.id };
    await startSolve(adviser, input);
    await app.jobs.drain();
    const { version } = await editAllocation(adviser, {
      allocationId,
      version: 1,
      kind: 'bar',
      needId: finance.id,
      mentorId: ben.id,
      reason: 'They fell out.',
    });
    const kept = (draft: { id: string; version: number }) =>
      read((tx) => keptProposal(tx, adviser, { ...input, draft, done: [] }));
    expect((await kept({ id: allocationId, version }))?.isCurrent).toBe(false);
    await startSolve(adviser, input);
    await app.jobs.drain();
    const again = await kept({ id: allocationId, version });
    expect(again?.isCurrent).toBe(true);
    expect(again?.proposal.pairs.get(finance.id)).not.toBe(ben.id);
    expect(await read((tx) => tx.selectFrom('desk_solve').select('id').execute())).toHaveLength(1);
  });

  test('a job that comes twice, late or without its solve changes nothing', async () => {
    const desk = await makeMatchDesk(app);
    const { world, adviser } = desk;
    const { solveId } = await startSolve(adviser, { programmeId: world.programme.id });
    await app.jobs.drain();
    const before = await solvesIn(desk);
    await solveDeskJob.run(app, { orgId: world.orgId, solveId });
    await solveDeskJob.run(app, { orgId: world.orgId, solveId: newId() });
    await solveDeskJob.run(app, { orgId: newId(), solveId });
    expect(await solvesIn(desk)).toEqual(before);
  });

  test('a programme with thousands of pairs sends its letters from what was worked out', async () => {
    const desk = await makeMatchDesk(app);
    const { world, adviser, allocationId, exporting, anna, allocation } = desk;
    await makeLarge(desk);
    const input = {
      allocationId,
      version: 1,
      pairs: [{ needId: exporting.id, mentorId: anna.id, way: 'offer' as const }],
    };
    await expect(publishAllocation(adviser, input)).rejects.toThrow(/Work the proposal out anew/);
    await startSolve(adviser, { programmeId: world.programme.id });
    await app.jobs.drain();
    expect(await publishAllocation(adviser, input)).toMatchObject({ offered: 1, open: 303 });
    const row = await allocation();
    expect(
      recheck({
        input: row.input ?? Buffer.alloc(0),
        result: row.result ?? Buffer.alloc(0),
        inputHash: row.input_hash ?? '',
      }),
    ).toEqual({ ok: true });
  });
});

/** 300 needs more of one firm, and 200 mentors more who know premises. */
async function makeLarge({ world, exporting }: MatchDesk): Promise<void> {
  const { orgId } = world;
  await app.database.tenant(orgId, async (tx) => {
    await tx
      .insertInto('need')
      .values(
        Array.from({ length: 300 }, () => ({
          org_id: orgId,
          id: newId(),
          enrolment_id: exporting.enrolment.id,
          area: 'people',
          detail: 'Nobody is trained.',
          opened_on: '2026-11-02',
        })),
      )
      .execute();
    const people = Array.from({ length: 200 }, (_, at) => ({
      org_id: orgId,
      id: newId(),
      name: `Mentor ${at}`,
    }));
    await tx.insertInto('person').values(people).execute();
    await tx
      .insertInto('mentor')
      .values(
        people.map((person) => ({
          org_id: orgId,
          id: newId(),
          person_id: person.id,
          state: 'live',
          inducted_on: '2025-06-02',
          code_signed_on: '2025-06-02',
          places: 2,
          minutes_per_month: 300,
        })),
      )
      .execute();
  });
}
