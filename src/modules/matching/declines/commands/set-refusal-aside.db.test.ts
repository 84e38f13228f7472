import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { chooseFromShortlist } from '../../commands/choose-from-shortlist.ts';
import { offerMatch } from '../../commands/offer-match.ts';
import { rankMentorsForNeed } from '../../reads.ts';
import { setRefusalAside } from './set-refusal-aside.ts';

const app = await createTestApp();

/** A firm that turned the best mentor down and looks at the same needs again. */
async function openDesk(choice: { not: 'best' | 'nobody'; picks?: 'second' }) {
  const desk = await makeMatchingDesk(app, { places: 3 });
  const { world, need, best, second } = desk;
  const { shortlistId } = await desk.shortlist();
  const { enrolment } = need;
  const rulesOn = async (needId: string, mentorId: string) => {
    const ctx = world.systemCtx();
    const { ranking } = await desk.read((tx) => rankMentorsForNeed(tx, ctx, needId));
    return ranking.excluded.find((each) => each.mentorId === mentorId)?.rules ?? [];
  };
  const answer = () =>
    chooseFromShortlist(desk.firm, {
      shortlistId,
      choice: choice.picks === 'second' ? second.id : 'none',
      not: choice.not === 'best' ? [best.id] : [],
      words: 'We met Marcus: it did not click.',
    });
  const elsewhere = await world.need({ enrolment, area: 'finance', priority: 1 });
  return { ...desk, shortlistId, rulesOn, answer, elsewhere };
}

test('a mentor whom the firm ticks is proposed to it no more, for no need', async () => {
  const desk = await openDesk({ not: 'best' });
  await desk.answer();
  const because =
    'The enterprise said no to this mentor on a shortlist: “We met Marcus: it did not click”.';
  for (const needId of [desk.needId, desk.elsewhere.id]) {
    expect(await desk.rulesOn(needId, desk.best.id)).toEqual([{ rule: 'turned-down', because }]);
  }
  const offer = { needId: desk.needId, mentorId: desk.best.id };
  await expect(offerMatch(desk.adviser, offer)).rejects.toThrow(/said no to this mentor/);
});

test('the others of a list that did not fit are kept from that need only', async () => {
  const desk = await openDesk({ not: 'best' });
  await desk.answer();
  expect(await desk.rulesOn(desk.needId, desk.second.id)).toMatchObject([{ rule: 'turned-down' }]);
  expect(await desk.rulesOn(desk.elsewhere.id, desk.second.id)).toEqual([]);
});

test('a no beside a choice is learnt as well', async () => {
  const desk = await openDesk({ not: 'best', picks: 'second' });
  await desk.answer();
  expect(await desk.rulesOn(desk.elsewhere.id, desk.best.id)).toMatchObject([
    { rule: 'turned-down' },
  ]);
  expect(await desk.rulesOn(desk.elsewhere.id, desk.second.id)).toEqual([]);
});

test('staff set a no aside with a reason, and the mentor can be asked again', async () => {
  const desk = await openDesk({ not: 'nobody' });
  await desk.answer();
  const input = {
    shortlistId: desk.shortlistId,
    mentorId: desk.best.id,
    asideReason: 'They met again.',
  };
  await expectWalls(desk.world, setRefusalAside, input);
  await setRefusalAside(desk.adviser, input);
  expect(await desk.rulesOn(desk.needId, desk.best.id)).toEqual([]);
  expect(await desk.rulesOn(desk.needId, desk.second.id)).toHaveLength(1);
  expect(await desk.audited('set-refusal-aside')).toMatchObject([
    {
      subject_id: desk.shortlistId,
      reason: 'They met again.',
      changes: { mentorId: desk.best.id },
    },
  ]);
  await expect(setRefusalAside(desk.adviser, input)).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('nobody is both chosen and turned down, and a no says why', async () => {
  const desk = await openDesk({ not: 'best' });
  const { shortlistId, best, second } = desk;
  const choose = (choice: string, not: string[], words: string) =>
    chooseFromShortlist(desk.firm, { shortlistId, choice, not, words });
  await expect(choose(best.id, [best.id], 'Why.')).rejects.toMatchObject({
    fields: { not: expect.any(String) },
  });
  await expect(choose(second.id, [best.id], '')).rejects.toMatchObject({
    fields: { words: expect.any(String) },
  });
});
