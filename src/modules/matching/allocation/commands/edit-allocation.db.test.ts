import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeMatchDesk } from '../../../../../test/factories/match-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../../test/factories/world.ts';
import { newId } from '../../../../kernel/ids.ts';
import { abandonAllocation } from './abandon-allocation.ts';
import { editAllocation } from './edit-allocation.ts';

const app = await createTestApp();

describe('edit-allocation', () => {
  test('keeps who changed what and why, one step after the other', async () => {
    const { world, adviser, allocationId, finance, anna, ben, log, audited } =
      await makeMatchDesk(app);
    const pin = {
      allocationId,
      version: 1,
      kind: 'pin' as const,
      needId: finance.id,
      mentorId: anna.id,
      reason: 'They have met.',
    };
    await expectWalls(world, editAllocation, pin);
    expect(await editAllocation(adviser, pin)).toEqual({ number: 1, version: 2 });
    await editAllocation(adviser, {
      allocationId,
      version: 2,
      kind: 'places',
      mentorId: ben.id,
      amount: -1,
    });
    expect(await log()).toMatchObject([
      { number: 1, kind: 'pin', reason: 'They have met.', made_by: adviser.actor.personId },
      { number: 2, kind: 'places', need_id: null, amount: -1 },
    ]);
    expect(await audited('edit-allocation')).toMatchObject([
      { subject_id: allocationId, changes: { kind: 'pin', needId: finance.id } },
      { changes: { kind: 'places', amount: -1 } },
    ]);
  });

  test('of two advisers who change it at once, the second is shown that it changed', async () => {
    const { world, adviser, allocationId, anna, ben } = await makeMatchDesk(app);
    const other = await world.ctxAs('adviser');
    const pause = (mentorId: string) => ({
      allocationId,
      version: 1,
      kind: 'pause' as const,
      mentorId,
    });
    const results = await Promise.allSettled([
      editAllocation(adviser, pause(anna.id)),
      editAllocation(other, pause(ben.id)),
    ]);
    const refused = results.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'conflict' });
  });

  test('takes no place away that a mentor does not have free', async () => {
    const { adviser, allocationId, ben, log } = await makeMatchDesk(app);
    let version = 1;
    const fewer = async () => {
      const edit = { kind: 'places' as const, mentorId: ben.id, amount: -1 };
      ({ version } = await editAllocation(adviser, { allocationId, version, ...edit }));
    };
    const places = 2;
    for (let taken = 0; taken < places; taken++) await fewer();
    await expect(fewer()).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringContaining('no free place that could be taken away'),
    });
    expect(await log()).toHaveLength(places);
  });

  test('a double click makes one step', async () => {
    const { adviser, allocationId, anna, log } = await makeMatchDesk(app);
    const ctx = { ...adviser, idempotencyKey: newId() };
    const pause = { allocationId, version: 1, kind: 'pause' as const, mentorId: anna.id };
    expect(await editAllocation(ctx, pause)).toEqual(await editAllocation(ctx, pause));
    expect(await log()).toHaveLength(1);
  });

  test('keeps the pair that is proposed without a reason', async () => {
    const { adviser, allocationId, exporting, anna } = await makeMatchDesk(app);
    await expect(
      editAllocation(adviser, {
        allocationId,
        version: 1,
        kind: 'pin',
        needId: exporting.id,
        mentorId: anna.id,
      }),
    ).resolves.toMatchObject({ number: 1 });
  });

  test('wants a reason for what goes against the proposal', async () => {
    const { adviser, allocationId, finance, anna } = await makeMatchDesk(app);
    for (const kind of ['pin', 'bar', 'set-aside'] as const) {
      await expect(
        editAllocation(adviser, {
          allocationId,
          version: 1,
          kind,
          needId: finance.id,
          mentorId: anna.id,
        }),
        kind,
      ).rejects.toMatchObject({ code: 'invalid', fields: { reason: expect.any(String) } });
    }
  });

  test('refuses to decide a pair that a hard rule forbids, saying which', async () => {
    const { adviser, allocationId, exporting, ben } = await makeMatchDesk(app);
    await expect(
      editAllocation(adviser, {
        allocationId,
        version: 1,
        kind: 'pin',
        needId: exporting.id,
        mentorId: ben.id,
        reason: 'Try it.',
      }),
    ).rejects.toThrow(/expertise in/);
  });

  test('decides no more pairs for a mentor than there are places in this run', async () => {
    const { adviser, allocationId, finance, second, anna } = await makeMatchDesk(app);
    const pin = (version: number, needId: string) =>
      editAllocation(adviser, {
        allocationId,
        version,
        kind: 'pin',
        needId,
        mentorId: anna.id,
        reason: 'They asked for her.',
      });
    await pin(1, finance.id);
    await expect(pin(2, second.id)).rejects.toThrow(/no place left/);
    await editAllocation(adviser, {
      allocationId,
      version: 2,
      kind: 'places',
      mentorId: anna.id,
      amount: 1,
    });
    await expect(pin(3, second.id)).resolves.toMatchObject({ number: 3 });
  });

  test('refuses a step that would change nothing, and a draft that was given up', async () => {
    const { adviser, allocationId, anna } = await makeMatchDesk(app);
    const step = (kind: 'pause' | 'resume', version: number) =>
      editAllocation(adviser, { allocationId, version, kind, mentorId: anna.id });
    await expect(step('resume', 1)).rejects.toThrow(/takes part already/);
    await abandonAllocation(adviser, { allocationId, version: 1 });
    await expect(step('pause', 2)).rejects.toThrow(/given up/);
  });

  test('finds no need of another programme or organisation, and no closed one', async () => {
    const { world, adviser, allocationId } = await makeMatchDesk(app);
    const strange = await (await makeWorld(app)).need();
    const closed = await world.need({ state: 'closed' });
    const aside = (needId: string) =>
      editAllocation(adviser, {
        allocationId,
        version: 1,
        kind: 'set-aside',
        needId,
        reason: 'Later.',
      });
    await expect(aside(strange.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(aside(closed.id)).rejects.toThrow(/closed meanwhile/);
  });
});
