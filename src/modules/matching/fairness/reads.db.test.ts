import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchDesk } from '../../../../test/factories/match-desk.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { dateInZone } from '../../../kernel/calendar.ts';
import { wishesOf } from '../allocation/allocation.ts';
import { publishAllocation } from '../allocation/commands/publish-allocation.ts';
import { propose } from '../allocation/proposal.ts';
import { readDesk } from '../allocation/reads.ts';
import { answerOffer } from '../commands/answer-offer.ts';
import { offerMatch } from '../commands/offer-match.ts';
import { allocationCases, placedNeeds, programmeCases } from './case.ts';
import { neverChosenWords } from './mentor-use.ts';
import { mentorUseOf, needRows, solvedOf } from './reads.ts';

const app = await createTestApp();
const today = '2026-11-24';

test('a need counts as served once it was introduced or matched, with the days it waited', async () => {
  const world = await makeWorld(app);
  await world.need({ openedOn: '2026-11-02' });
  await world.need({ openedOn: '2026-11-02', state: 'introduced' });
  await world.match({ need: await world.need({ openedOn: '2026-10-01' }) });
  const elsewhere = await makeWorld(app);
  await elsewhere.need();
  const rows = await app.database.read(world.orgId, (tx) => needRows(tx, world.programme.id, null));
  const cases = programmeCases(rows);
  expect(cases.map((each) => [each.served, each.days])).toEqual([
    [false, null],
    [true, 7],
    [true, null],
  ]);
});

test('an allocation tells how each of its needs fared in it, priority left out of the fit', async () => {
  const desk = await makeMatchDesk(app);
  const { world, adviser, allocationId, exporting, finance, second, anna, ben, read } = desk;
  expect(await read((tx) => solvedOf(tx, world.programme.id, allocationId))).toBeNull();
  await publishAllocation(adviser, {
    allocationId,
    version: 1,
    pairs: [{ needId: exporting.id, mentorId: anna.id, way: 'offer' }],
  });
  const offer = await read((tx) => tx.selectFrom('offer').select('fit').executeTakeFirstOrThrow());
  const solved = await read((tx) => solvedOf(tx, world.programme.id, allocationId));
  if (!solved) throw new Error('nothing was kept');
  const ids = placedNeeds(solved.input);
  expect(new Set(ids)).toEqual(new Set([exporting.id, finance.id, second.id]));
  const rows = await read((tx) => needRows(tx, world.programme.id, ids));
  const closedOn = dateInZone(solved.closedAt, 'Europe/London');
  const cases = allocationCases(rows, solved.result, closedOn);
  expect(cases.find((each) => each.needId === exporting.id)).toMatchObject({
    served: true,
    fit: offer.fit,
    days: 8,
  });
  expect(cases.every((each) => each.served)).toBe(true);
  expect(ben.id).not.toBe(anna.id);
});

test('mentors’ use counts offers and noes of this programme and matches of all', async () => {
  const world = await makeWorld(app);
  const asked = await world.mentor({ expertise: { finance: 5 } });
  await world.mentor({ expertise: { export: 5 }, places: 2 });
  const need = await world.need({ area: 'finance' });
  const { offerId } = await offerMatch(await world.ctxAs('adviser'), {
    needId: need.id,
    mentorId: asked.id,
  });
  await answerOffer(await world.ctxFor(asked.person), {
    offerId,
    answer: 'decline',
    reason: 'no-time',
  });
  const rows = await app.database.read(world.orgId, (tx) =>
    mentorUseOf(tx, world.programme.id, today),
  );
  expect(rows.find((row) => row.id === asked.id)).toMatchObject({
    offers: 1,
    declined: 1,
    matches: 0,
    liveMatches: 0,
    usedMinutes: 0,
  });
  expect(rows).toHaveLength(2);
});

test('a mentor never chosen gets the reason', async () => {
  const world = await makeWorld(app);
  const best = await world.mentor({ expertise: { finance: 5 } });
  const lesser = await world.mentor({ expertise: { finance: 3 } });
  const other = await world.mentor({ expertise: { export: 5 } });
  const fresh = await world.mentor({ expertise: { finance: 5 }, live: false });
  const full = await world.mentor({ expertise: { finance: 4 }, places: 0 });
  const need = await world.need({ area: 'finance' });
  const ctx = world.systemCtx();
  const proposal = await app.database.read(world.orgId, async (tx) =>
    propose(await readDesk(tx, ctx, world.programme.id), wishesOf([]), world.programme.id),
  );
  const firm = need.enrolment.enterprise.name;
  const why = (mentor: { id: string }) => neverChosenWords(proposal, mentor.id);
  expect(why(best)).toBe(`Is proposed for ${firm} today.`);
  expect(why(lesser)).toMatch(new RegExp(`^Fits ${firm} best, \\d+ of 100, where 2 mentors fit`));
  expect(why(other)).toBe('Cannot take any open need (with too little expertise).');
  expect(why(fresh)).toMatch(/^Cannot take any open need \(without/);
  expect(why(full)).toMatch(/^Has no place free/);
});
