import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { pauseMentor } from '../../../modules/leaving/commands/pause-mentor.ts';
import { answerOffer } from '../../../modules/matching/commands/answer-offer.ts';
import { endMatch } from '../../../modules/matching/commands/end-match.ts';
import { unbarPair } from '../../../modules/matching/commands/unbar-pair.ts';
import { resumeMentor } from '../../../modules/mentors/commands/resume-mentor.ts';
import { mentorHistory } from './mentor-history-reads.ts';

const app = await createTestApp();

test('pauses, bars and matches of a mentor stand in one line, with who and why for those who may read it', async () => {
  const desk = await makeMatchingDesk(app);
  const mentorId = desk.best.id;
  const { offerId } = await desk.offer();
  const { matchId } = await answerOffer(desk.asMentor, { offerId, answer: 'accept' });
  app.clock.set('2026-11-26T10:00:00.000Z');
  await endMatch(desk.adviser, {
    matchId: matchId ?? '',
    cause: 'misfit',
    handover: 'Began with prices.',
    note: 'They talk past each other.',
    keepApart: 'Did not fit.',
  });
  app.clock.set('2026-11-27T10:00:00.000Z');
  await pauseMentor(desk.asMentor, { mentorId, reason: 'A new child', until: '2026-12-31' });
  app.clock.set('2026-11-28T10:00:00.000Z');
  await resumeMentor(desk.adviser, { mentorId });
  app.clock.set('2026-11-29T10:00:00.000Z');
  const options = { reach: null, seesStaffWords: true, zone: 'Europe/London' };
  const before = await desk.read((tx) => mentorHistory(tx, mentorId, options));
  expect(before.find(({ kind }) => kind === 'barred')).toMatchObject({ reason: 'Did not fit.' });
  const manager = await desk.world.ctxAs('manager');
  const enrolmentId = desk.need.enrolment.id;
  await unbarPair(manager, { enrolmentId, mentorId, reason: 'Both asked for it.' });
  const history = (options: { reach: string[] | null; seesStaffWords: boolean }) =>
    desk.read((tx) => mentorHistory(tx, mentorId, { ...options, zone: 'Europe/London' }));

  const all = await history({ reach: null, seesStaffWords: true });
  expect(all.map(({ kind }) => kind)).toEqual([
    'unbarred',
    'resumed',
    'paused',
    'match-ended',
    'matched',
  ]);
  expect(all[0]).toMatchObject({
    enterprise: desk.need.enrolment.enterprise.name,
    reason: 'Both asked for it.',
  });
  expect(all[2]).toMatchObject({ isOwn: true, reason: 'A new child', until: '2026-12-31' });
  expect(all[3]).toMatchObject({ cause: 'misfit', reason: 'They talk past each other.', matchId });

  const plain = await history({ reach: null, seesStaffWords: false });
  expect(plain.map(({ kind }) => kind)).toEqual(['resumed', 'paused', 'match-ended', 'matched']);
  expect(plain.every(({ reason }) => reason === null)).toBe(true);
  const strange = await history({ reach: [desk.world.orgId], seesStaffWords: true });
  expect(strange.map(({ kind }) => kind)).toEqual(['resumed', 'paused']);
});
