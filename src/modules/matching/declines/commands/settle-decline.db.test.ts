import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { answerOffer } from '../../commands/answer-offer.ts';
import { rankMentorsForNeed } from '../../reads.ts';
import { settleDecline } from './settle-decline.ts';

const app = await createTestApp();

async function declined(reason: 'conflict' | 'not-my-field' | 'no-time', until?: string) {
  const desk = await makeMatchingDesk(app, { places: 3 });
  const { offerId } = await desk.offer();
  await answerOffer(desk.asMentor, { offerId, answer: 'decline', reason, until });
  const rulesOn = async (needId: string) => {
    const ctx = desk.world.systemCtx();
    const { ranking } = await desk.read((tx) => rankMentorsForNeed(tx, ctx, needId));
    const out = ranking.excluded.find((each) => each.mentorId === desk.best.id);
    return out?.rules.map((each) => each.rule) ?? [];
  };
  return { ...desk, offerId, rules: () => rulesOn(desk.needId), rulesOn };
}

test('a no keeps the mentor out of the next run until staff set it aside', async () => {
  const desk = await declined('not-my-field');
  expect(await desk.rules()).toEqual(['declined']);
  const enrolment = desk.need.enrolment;
  const sameArea = await desk.world.need({ enrolment, area: 'finance' });
  const otherArea = await desk.world.need({ enrolment, area: 'customers' });
  expect(await desk.rulesOn(sameArea.id)).toEqual(['declined']);
  expect(await desk.rulesOn(otherArea.id)).not.toContain('declined');
  const input = {
    offerId: desk.offerId,
    as: 'set-aside',
    settleReason: 'Agreed by phone.',
  } as const;
  await expectWalls(desk.world, settleDecline, input);
  await settleDecline(desk.adviser, input);
  expect(await desk.rules()).toEqual([]);
  expect(await desk.audited('settle-decline')).toMatchObject([
    { subject_id: desk.offerId, changes: { settled: 'set-aside' } },
  ]);
  await expect(settleDecline(desk.adviser, input)).rejects.toMatchObject({ code: 'precondition' });
});

test('"too busy until" keeps the mentor from every need until that day', async () => {
  const desk = await declined('no-time', '2027-01-04');
  const elsewhere = await desk.world.need({ area: 'finance' });
  expect(await desk.rulesOn(elsewhere.id)).toEqual(['too-busy']);
  app.clock.set('2027-01-04T10:00:00.000Z');
  expect(await desk.rulesOn(elsewhere.id)).toEqual([]);
  app.clock.set('2026-11-24T10:00:00.000Z');
});

test('a conflict enters the register only when staff confirm it', async () => {
  const desk = await declined('conflict');
  const register = () =>
    desk.read((tx) => tx.selectFrom('mentor_conflict').select(['kind', 'enterprise_id']).execute());
  expect(await desk.rules()).toEqual(['declined']);
  expect(await register()).toEqual([]);
  const input = { offerId: desk.offerId, as: 'conflict', settleReason: 'Holds shares.' } as const;
  await expect(settleDecline(desk.adviser, input)).rejects.toMatchObject({
    fields: { kind: expect.any(String) },
  });
  await settleDecline(desk.adviser, { ...input, kind: 'shareholding' });
  expect(await register()).toMatchObject([{ kind: 'shareholding' }]);
  expect(await desk.rules()).toEqual(['conflict-of-interest']);
});

test('no conflict is entered that nobody spoke of', async () => {
  const desk = await declined('not-my-field');
  const input = {
    offerId: desk.offerId,
    as: 'conflict',
    kind: 'other',
    settleReason: 'Guess.',
  } as const;
  await expect(settleDecline(desk.adviser, input)).rejects.toThrow(/did not speak/);
});
