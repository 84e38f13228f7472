import { describe, expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../../test/factories/app.ts';
import { makeMatchDesk } from '../../../../../test/factories/match-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { newId } from '../../../../kernel/ids.ts';
import { endings } from '../../../../../test/factories/endings.ts';
import { answerOffer } from '../../commands/answer-offer.ts';
import { expireOffers } from '../../commands/expire-offers.ts';
import { offerMatch } from '../../commands/offer-match.ts';
import { readDesk } from '../reads.ts';
import { abandonAllocation } from './abandon-allocation.ts';
import { editAllocation } from './edit-allocation.ts';
import { publishAllocation } from './publish-allocation.ts';
import { startAllocation } from './start-allocation.ts';

const app = await createTestApp();

type MatchDesk = Awaited<ReturnType<typeof makeMatchDesk>>;

/** The proposal as it is seen: Anna alone knows export, Ben takes both needs for finance. */
const seen = ({ allocationId, exporting, finance, second, anna, ben }: MatchDesk) => ({
  allocationId,
  version: 1,
  pairs: [
    { needId: exporting.id, mentorId: anna.id, way: 'offer' as const },
    { needId: finance.id, mentorId: ben.id, way: 'offer' as const },
    { needId: second.id, mentorId: ben.id, way: 'offer' as const },
  ],
});

const sentPairs = (desk: MatchDesk) =>
  desk.read((tx) =>
    tx
      .selectFrom('allocation_pair')
      .selectAll()
      .where('allocation_id', '=', desk.allocationId)
      .orderBy('position')
      .execute(),
  );

const pendingOffers = (desk: MatchDesk) =>
  desk.read((tx) =>
    tx.selectFrom('offer').selectAll().where('state', '=', 'pending').orderBy('id').execute(),
  );

describe('publish-allocation', () => {
  test('sends one letter for each pair and keeps what was solved, with the proof', async () => {
    const desk = await makeMatchDesk(app);
    const { world, adviser, anna, exporting, allocationId, allocation, mails, audited } = desk;
    const input = seen(desk);
    await expectWalls(world, publishAllocation, input);
    const result = await publishAllocation(adviser, input);
    expect(result).toMatchObject({ offered: 3, skipped: 0, open: 3, served: 3 });
    expect(await mails('offer')).toHaveLength(3);
    const offers = await pendingOffers(desk);
    expect(offers.find((offer) => offer.need_id === exporting.id)).toMatchObject({
      mentor_id: anna.id,
      allocation_id: allocationId,
      allocation_position: 1,
    });
    const kept = await allocation();
    expect(kept).toMatchObject({ state: 'published', is_proved: true, weights_version: 0 });
    expect(kept.input_hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await sentPairs(desk)).map((pair) => pair.outcome)).toEqual([
      'offered',
      'offered',
      'offered',
    ]);
    expect(await audited('publish-allocation')).toMatchObject([
      { subject_id: allocationId, changes: { isProved: true } },
    ]);
  });

  test('sends the words as edited, and says why not the mentor ranked first', async () => {
    const desk = await makeMatchDesk(app);
    const { adviser, allocationId, finance, exporting, anna, ben, mails } = desk;
    await publishAllocation(adviser, {
      allocationId,
      version: 1,
      pairs: [
        {
          needId: finance.id,
          mentorId: ben.id,
          way: 'offer',
          briefing: 'A small foundry. Cash is short.',
          reason: 'Anna is kept for export.',
        },
        { needId: exporting.id, mentorId: anna.id, way: 'hold' },
      ],
    });
    const [mail] = await mails('offer');
    expect(mail?.body).toContain('A small foundry. Cash is short.');
    expect(await pendingOffers(desk)).toMatchObject([
      {
        outline: 'A small foundry. Cash is short.',
        override_reason: 'Anna is kept for export.',
      },
    ]);
    expect((await sentPairs(desk)).map((pair) => pair.outcome)).toEqual(['offered', 'held']);
  });

  test('lets the enterprise choose where that is wanted', async () => {
    const desk = await makeMatchDesk(app);
    const { adviser, allocationId, finance, anna, ben, mails, read } = desk;
    await publishAllocation(adviser, {
      allocationId,
      version: 1,
      pairs: [{ needId: finance.id, mentorId: ben.id, way: 'shortlist', others: [anna.id] }],
    });
    expect(await mails('shortlist')).toHaveLength(1);
    const [list] = await read((tx) => tx.selectFrom('shortlist').selectAll().execute());
    expect(list).toMatchObject({ need_id: finance.id, allocation_id: allocationId });
    expect((await sentPairs(desk))[0]?.outcome).toBe('listed');
  });

  test('wants a reason for a mentor asked directly where the firm chooses', async () => {
    const desk = await makeMatchDesk(app, { mentorChoice: 'firm-chooses' });
    const { adviser, allocationId, finance, exporting, anna, ben, mails } = desk;
    const direct = { needId: finance.id, mentorId: ben.id, way: 'offer' as const };
    const alone = { needId: exporting.id, mentorId: anna.id, way: 'hold' as const };
    const send = (pairs: Parameters<typeof publishAllocation>[1]['pairs']) =>
      publishAllocation(adviser, { allocationId, version: 1, pairs });
    await expect(send([direct, alone])).rejects.toMatchObject({
      fields: { [`reason.${finance.id}`]: expect.stringMatching(/the firm chooses/) },
    });
    expect(await mails('offer')).toEqual([]);
    await send([{ ...direct, reason: 'They have met.' }, alone]);
    expect(await pendingOffers(desk)).toMatchObject([{ override_reason: 'They have met.' }]);
  });

  test('sends no shortlist where the adviser appoints, and says so', async () => {
    const desk = await makeMatchDesk(app, { mentorChoice: 'adviser-appoints' });
    const { adviser, allocationId, finance, anna, ben, mails } = desk;
    await expect(
      publishAllocation(adviser, {
        allocationId,
        version: 1,
        pairs: [{ needId: finance.id, mentorId: ben.id, way: 'shortlist', others: [anna.id] }],
      }),
    ).rejects.toThrow(/adviser appoints/);
    expect(await mails('shortlist')).toEqual([]);
  });

  test('leaves out what does not hold any more, with the reason, and sends the rest', async () => {
    const desk = await makeMatchDesk(app);
    const { world, adviser, finance, second, exporting, anna } = desk;
    const input = seen(desk);
    await endings.closeNeed(adviser, { needId: finance.id, result: 'withdrawn' });
    const other = await world.need({ area: 'finance' });
    const taken = await offerMatch(adviser, { needId: other.id, mentorId: anna.id });
    const result = await publishAllocation(adviser, input);
    expect(result).toMatchObject({ offered: 1, skipped: 2 });
    const notes = Object.fromEntries(
      (await sentPairs(desk)).map((pair) => [pair.need_id, pair.note]),
    );
    expect(notes[finance.id]).toMatch(/closed/);
    expect(notes[exporting.id]).toMatch(/no place left/);
    expect((await pendingOffers(desk)).map((offer) => offer.need_id).toSorted()).toEqual(
      [other.id, second.id].toSorted(),
    );
    expect(taken.offerId).toBeTruthy();
  });

  test('asks nobody about a need for which somebody was asked or matched meanwhile', async () => {
    const desk = await makeMatchDesk(app);
    const { adviser, finance, second, ben } = desk;
    const reason = { overrideReason: 'Nearer.' };
    await offerMatch(adviser, { needId: finance.id, mentorId: ben.id, ...reason });
    const { offerId } = await offerMatch(adviser, {
      needId: second.id,
      mentorId: ben.id,
      ...reason,
    });
    await answerOffer(adviser, { offerId, answer: 'accept' });
    await publishAllocation(adviser, seen(desk));
    expect((await sentPairs(desk)).map((pair) => pair.note)).toEqual([
      '',
      'A mentor was asked for this need meanwhile.',
      'This need was matched meanwhile.',
    ]);
  });

  test('a mentor who says no while the proposal is open is not asked again', async () => {
    const desk = await makeMatchDesk(app);
    const { adviser, exporting, anna } = desk;
    const { offerId } = await offerMatch(adviser, { needId: exporting.id, mentorId: anna.id });
    await answerOffer(adviser, { offerId, answer: 'decline', reason: 'not-my-field' });
    await publishAllocation(adviser, seen(desk));
    const [first] = await sentPairs(desk);
    expect(first).toMatchObject({ outcome: 'skipped', proposed_mentor_id: null });
  });

  test('of two who send at once, one sends and the other is told: one letter each', async () => {
    const desk = await makeMatchDesk(app);
    const { world, adviser, mails } = desk;
    const other = await world.ctxAs('manager');
    const results = await Promise.allSettled([
      publishAllocation(adviser, seen(desk)),
      publishAllocation(other, seen(desk)),
    ]);
    const refused = results.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(String(refused[0]?.reason.message)).toMatch(/were sent/);
    expect(await mails('offer')).toHaveLength(3);
  });

  test('an offer made at the same moment and the letters do not both go out', async () => {
    const desk = await makeMatchDesk(app);
    const { world, adviser, exporting, anna, mails } = desk;
    const other = await world.ctxAs('adviser');
    await Promise.allSettled([
      publishAllocation(adviser, seen(desk)),
      offerMatch(other, { needId: exporting.id, mentorId: anna.id }),
    ]);
    const offers = await pendingOffers(desk);
    expect(offers.filter((offer) => offer.need_id === exporting.id)).toHaveLength(1);
    expect(await mails('offer')).toHaveLength(3);
  });

  test('a double click sends each letter once', async () => {
    const desk = await makeMatchDesk(app);
    const ctx = { ...desk.adviser, idempotencyKey: newId() };
    const one = await publishAllocation(ctx, seen(desk));
    expect(await publishAllocation(ctx, seen(desk))).toEqual(one);
    expect(await desk.mails('offer')).toHaveLength(3);
  });

  test('refuses when somebody changed the proposal since it was looked at', async () => {
    const desk = await makeMatchDesk(app);
    const { adviser, allocationId, anna, mails } = desk;
    await editAllocation(adviser, { allocationId, version: 1, kind: 'pause', mentorId: anna.id });
    await expect(publishAllocation(adviser, seen(desk))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await mails('offer')).toEqual([]);
  });

  test('refuses without a letter, with a need twice, and when it was given up', async () => {
    const desk = await makeMatchDesk(app);
    const { adviser, allocationId, finance, ben } = desk;
    const pair = { needId: finance.id, mentorId: ben.id };
    const send = (pairs: Parameters<typeof publishAllocation>[1]['pairs']) =>
      publishAllocation(adviser, { allocationId, version: 1, pairs });
    await expect(send([{ ...pair, way: 'hold' }])).rejects.toThrow();
    await expect(
      send([
        { ...pair, way: 'offer' },
        { ...pair, way: 'offer' },
      ]),
    ).rejects.toMatchObject({ code: 'invalid' });
    await abandonAllocation(adviser, { allocationId, version: 1 });
    await expect(send([{ ...pair, way: 'offer' }])).rejects.toThrow(/given up/);
  });

  test('finds no need of another programme', async () => {
    const desk = await makeMatchDesk(app);
    const strange = await makeMatchDesk(app);
    await expect(
      publishAllocation(desk.adviser, {
        allocationId: desk.allocationId,
        version: 1,
        pairs: [{ needId: strange.finance.id, mentorId: desk.ben.id, way: 'offer' }],
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  test('needs that nobody answers for come back to the desk when the time is up', async () => {
    app.clock.set(usualNow);
    const desk = await makeMatchDesk(app);
    const { world, adviser, read, mails } = desk;
    await publishAllocation(adviser, seen(desk));
    const waiting = async () => {
      const { needs } = await read((tx) => readDesk(tx, adviser, world.programme.id));
      return needs.filter((need) => need.held === null).length;
    };
    expect(await waiting()).toBe(0);
    app.clock.set('2026-11-30T10:00:00.000Z');
    await expireOffers(world.systemCtx(), {});
    expect(await mails('offer-reminder')).toHaveLength(3);
    app.clock.set('2026-12-01T17:00:00.000Z');
    await expireOffers(world.systemCtx(), {});
    expect(await waiting()).toBe(3);
    app.clock.set(usualNow);
  });

  test('after it a new draft can be begun, in which asked needs do not take part', async () => {
    const desk = await makeMatchDesk(app);
    const { world, adviser } = desk;
    await publishAllocation(adviser, seen(desk));
    const next = await startAllocation(adviser, { programmeId: world.programme.id });
    expect(next.allocationId).not.toBe(desk.allocationId);
  });
});
