import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { newId } from '../../../kernel/ids.ts';
import { assignAdviser } from '../../../modules/enterprises/commands/assign-adviser.ts';
import { assignEnterprises } from '../../../modules/enterprises/commands/assign-enterprises.ts';
import { reopenEnrolment } from '../../../modules/enterprises/commands/reopen-enrolment.ts';
import { closeEnrolment } from '../../../modules/leaving/commands/close-enrolment.ts';
import { answerOffer } from '../../../modules/matching/commands/answer-offer.ts';
import { endMatch } from '../../../modules/matching/commands/end-match.ts';
import { timelineOf } from './timeline-reads.ts';

const app = await createTestApp();

test('tells who let a firm go, took it back and gave it an adviser', async () => {
  const desk = await makeDesk(app);
  const colleague = await desk.world.person({ roles: ['adviser'] });
  const { enrolmentId } = desk;
  const reason = 'The founder is ill';
  await closeEnrolment(desk.adviser, { enrolmentId, version: 1, outcome: 'withdrawn', reason });
  await reopenEnrolment(desk.adviser, { enrolmentId, version: 2, reason: 'Well again' });
  await assignAdviser(desk.adviser, { enrolmentId, version: 3, adviserId: colleague.id });
  const next = await desk.world.person({ roles: ['adviser'] });
  await assignEnterprises(await desk.world.ctxAs('manager'), {
    enrolmentIds: [enrolmentId],
    ...{ fromId: colleague.id, adviserId: next.id, reason: 'On leave until May.' },
  });
  const { entries } = await desk.read((tx) =>
    timelineOf(tx, { enrolmentId, zone: 'Europe/London', kinds: ['place'], limit: 9, offset: 0 }),
  );
  const handed = entries.find(({ detail }) => detail.startsWith(next.name));
  expect(handed?.detail).toBe(`${next.name}: On leave until May.`);
  const others = entries.filter((entry) => entry !== handed);
  expect(new Set(others.map(({ title, by, detail }) => [title, by, detail].join('|')))).toEqual(
    new Set([
      `Withdrew from the programme|${desk.adviser.actor.name}|`,
      `Back on the programme|${desk.adviser.actor.name}|`,
      `Given an adviser|${desk.adviser.actor.name}|${colleague.name}`,
    ]),
  );
});

test('an answered offer names who answered, and an ended match the day on which it ended', async () => {
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  const { matchId } = await answerOffer(desk.asMentor, { offerId, answer: 'accept' });
  await endMatch(desk.adviser, {
    matchId: matchId ?? '',
    cause: 'misfit',
    handover: 'They have not met.',
  });
  const { entries } = await desk.read((tx) =>
    timelineOf(tx, {
      enrolmentId: desk.need.enrolment.id,
      zone: 'Europe/London',
      kinds: ['offer', 'match'],
      limit: 20,
      offset: 0,
    }),
  );
  const mentor = desk.best.person.name;
  expect(entries.map(({ title, by, detail, at }) => [title, by, detail, at.slice(0, 10)])).toEqual([
    [`Accepted by ${mentor}`, mentor, '', '2026-11-24'],
    [`Match with ${mentor} ended`, desk.adviser.actor.name, 'The two do not fit', '2026-11-24'],
    [`Matched with ${mentor}`, null, '', '2026-11-24'],
  ]);
});

test('tells what people decided about eligibility, not what the record worked out by itself', async () => {
  const desk = await makeDesk(app, { state: 'eligible' });
  const base = { org_id: desk.world.orgId, enrolment_id: desk.enrolmentId };
  const second = await desk.world.person({ name: 'Sam Second', roles: ['manager'] });
  const tested = { ...base, because: 'Why', decided_at: '2026-11-20T10:00:00.000Z' };
  await desk.write(async (tx) => {
    const { personId } = desk.adviser.actor;
    if (!personId) throw new Error('the adviser is nobody');
    await tx
      .insertInto('eligibility_test')
      .values([
        { ...tested, id: newId(), test: 'size-band', result: 'met', decided_by: null },
        { ...tested, id: newId(), test: 'remit', result: 'missing', decided_by: null },
        { ...tested, id: newId(), test: 'difficulty', result: 'not-met', decided_by: personId },
      ])
      .execute();
    await tx
      .insertInto('eligibility_override')
      .values({
        ...base,
        id: newId(),
        test: 'difficulty',
        reason: 'A loan of the director',
        requested_by: personId,
        requested_at: '2026-11-21T10:00:00.000Z',
        approved_by: second.id,
        approved_at: '2026-11-22T10:00:00.000Z',
      })
      .execute();
    await tx
      .insertInto('baseline')
      .values({
        ...base,
        figures: '[]',
        frozen_by: personId,
        frozen_at: '2026-11-23T10:00:00.000Z',
      })
      .execute();
  });
  const wish = { enrolmentId: desk.enrolmentId, zone: 'Europe/London', limit: 20, offset: 0 };
  const titlesOf = async (kind: 'eligibility' | 'measure') => {
    const shown = await desk.read((tx) => timelineOf(tx, { ...wish, kinds: [kind] }));
    return shown.entries.map((entry) => entry.title);
  };
  const titles = await titlesOf('eligibility');
  expect(titles).toContain('Not an undertaking in difficulty: not met');
  expect(titles).toContain('Asked to set aside: Not an undertaking in difficulty');
  expect(titles).toContain('Set aside: Not an undertaking in difficulty');
  expect(titles).toContain('Applied');
  expect(titles).toContain('Found eligible');
  expect(titles).toHaveLength(5);
  expect(await titlesOf('measure')).toEqual(['Baseline frozen']);
});
