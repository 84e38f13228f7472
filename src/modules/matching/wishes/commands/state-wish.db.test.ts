import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { rankMentorsForNeed } from '../../reads.ts';
import { giveTraits } from './give-traits.ts';
import { stateWish } from './state-wish.ts';

const app = await createTestApp();

async function desk() {
  const made = await makeMatchingDesk(app);
  const ranking = async () => {
    const ctx = made.world.systemCtx();
    return (await made.read((tx) => rankMentorsForNeed(tx, ctx, made.needId))).ranking;
  };
  const asSecond = await made.world.ctxFor(made.second.person);
  const give = () => giveTraits(asSecond, { mentorId: made.second.id, traits: ['woman'] });
  return { ...made, enrolmentId: made.need.enrolment.id, ranking, give };
}

test('a must leaves only mentors who gave the trait for this purpose', async () => {
  const { world, firm, enrolmentId, best, second, give, ranking, audited } = await desk();
  await give();
  const input = { enrolmentId, trait: 'woman' as const, isMust: true };
  await expectWalls(world, stateWish, input);
  await stateWish(firm, input);
  const { ranked, excluded } = await ranking();
  expect(ranked.map((each) => each.mentorId)).toEqual([second.id]);
  expect(excluded).toMatchObject([{ mentorId: best.id, rules: [{ rule: 'wish' }] }]);
  expect(await audited('state-wish')).toMatchObject([{ changes: { hasWish: true, isMust: true } }]);
});

test('a wish that is no must lifts such mentors and leaves nobody out', async () => {
  const { firm, enrolmentId, second, give, ranking } = await desk();
  await give();
  const before = (await ranking()).ranked.find((each) => each.mentorId === second.id)?.total ?? 0;
  await stateWish(firm, { enrolmentId, trait: 'woman' });
  const { ranked, eligible } = await ranking();
  const after = ranked.find((each) => each.mentorId === second.id);
  expect(eligible).toBe(2);
  expect(after?.total).toBeGreaterThan(before);
  expect(after?.parts.find((each) => each.part === 'style')?.because).toMatch(/wish for a woman/);
});

test('a trait that nobody asked for changes no score', async () => {
  const { give, ranking } = await desk();
  const before = await ranking();
  await give();
  expect(await ranking()).toEqual(before);
});

test('a wish can be taken back; there is no state that refuses one', async () => {
  const { firm, adviser, enrolmentId, ranking } = await desk();
  await stateWish(adviser, { enrolmentId, trait: 'carer', isMust: true });
  expect((await ranking()).eligible).toBe(0);
  await stateWish(firm, { enrolmentId, trait: null });
  expect((await ranking()).eligible).toBe(2);
});
