import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { needWithHistory } from '../../diagnosis/reads.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { logContact } from '../../diagnosis/commands/log-contact.ts';
import { openIssueOf } from '../../diagnosis/contacts/reads.ts';
import { offerMatch } from '../../matching/commands/offer-match.ts';
import { closeNeed } from './close-need.ts';

const app = await createTestApp();

test('a need closes with what came of it', async () => {
  const desk = await makeDesk(app);
  const { id } = await desk.world.need({ enrolment: desk.enrolment });
  await closeNeed(desk.adviser, { needId: id, result: 'partly-met', note: 'Forecast, no loan' });
  const { need } = await desk.read((tx) => needWithHistory(tx, desk.enrolmentId, id));
  expect(need).toMatchObject({
    state: 'closed',
    closedOn: '2026-11-24',
    result: 'partly-met',
    resultNote: 'Forecast, no loan',
  });
  expect(await desk.audited('close-need')).toMatchObject([
    { subject_id: id, changes: { state: ['open', 'closed'], result: 'partly-met' } },
  ]);
});

test('whoever was asked for it is told, in words that may be changed, and the place is free', async () => {
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  await desk.sent(offerId);
  await closeNeed(desk.adviser, {
    needId: desk.needId,
    result: 'withdrawn',
    letters: { [`offer/${offerId}`]: 'They have found help next door.' },
  });
  expect(await desk.stateOf('offer', offerId)).toBe('withdrawn');
  const [letter] = await desk.mails('offer-withdrawn');
  expect(letter?.body).toContain('They have found help next door.');
  const other = await desk.world.need();
  await expect(
    offerMatch(desk.adviser, { needId: other.id, mentorId: desk.best.id }),
  ).resolves.toBeDefined();
});

test('a firm that was choosing for it is told', async () => {
  const desk = await makeMatchingDesk(app);
  const { shortlistId } = await desk.shortlist();
  await desk.sent(shortlistId);
  await closeNeed(desk.adviser, { needId: desk.needId, result: 'withdrawn' });
  expect(await desk.stateOf('shortlist', shortlistId)).toBe('withdrawn');
  expect(await desk.mails('shortlist-withdrawn')).toHaveLength(1);
});

test('a changed issue that nobody acted on is settled when its need is closed', async () => {
  const desk = await makeDesk(app);
  const { id } = await desk.world.need({ enrolment: desk.enrolment });
  const { enrolmentId } = desk;
  await logContact(desk.adviser, {
    enrolmentId,
    kind: 'call',
    hasIssueChanged: true,
    changedIssue: 'They found a buyer themselves.',
  });
  const openIssue = () => desk.read((tx) => openIssueOf(tx, enrolmentId));
  expect(await openIssue()).toMatchObject({ issue: 'They found a buyer themselves.' });
  await closeNeed(desk.adviser, { needId: id, result: 'changed' });
  expect(await openIssue()).toBeNull();
});

test('refuses while a mentor is matched for it', async () => {
  const desk = await makeDesk(app);
  const need = await desk.world.need({ enrolment: desk.enrolment, state: 'introduced' });
  await desk.world.match({ need });
  await expect(closeNeed(desk.adviser, { needId: need.id, result: 'met' })).rejects.toThrow(
    'A mentor is still matched',
  );
});

test('refuses outsiders and a second close', async () => {
  const desk = await makeDesk(app);
  const { id } = await desk.world.need({ enrolment: desk.enrolment });
  const input = { needId: id, result: 'met' as const };
  await expectWalls(desk, closeNeed, input);
  await closeNeed(desk.adviser, input);
  await expect(closeNeed(desk.adviser, input)).rejects.toMatchObject({ code: 'precondition' });
});
