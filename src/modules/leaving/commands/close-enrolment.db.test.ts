import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { answerOffer } from '../../matching/commands/answer-offer.ts';
import { matchInPlace } from '../../matching/reads.ts';
import { closeEnrolment } from './close-enrolment.ts';
import { reopenEnrolment } from '../../enterprises/commands/reopen-enrolment.ts';

const app = await createTestApp();
const leaving = { version: 1, outcome: 'closed', reason: 'Reached its goals' } as const;

test('an enterprise leaves with a reason and is no longer due for a call', async () => {
  const desk = await makeDesk(app, { nextContactOn: '2026-12-01' });
  await closeEnrolment(desk.adviser, { enrolmentId: desk.enrolmentId, ...leaving });
  expect(await desk.row()).toMatchObject({
    state: 'closed',
    closed_on: '2026-11-24',
    closure_reason: 'Reached its goals',
    next_contact_on: null,
  });
  expect(await desk.audited('close-enrolment')).toMatchObject([
    { changes: { state: { from: 'eligible', to: 'closed' } } },
  ]);
});

test('ends the matches of the firm, tells both sides in the words that were chosen', async () => {
  const desk = await makeDesk(app);
  const need = await desk.world.need({ enrolment: desk.enrolment, state: 'introduced' });
  const match = await desk.world.match({ need });
  await closeEnrolment(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    ...leaving,
    letters: { [`match/${match.id}/mentor`]: 'They have moved to Leeds. Thank you, Grace.' },
  });
  const ended = await desk.read((tx) => matchInPlace(tx, match.id));
  expect(ended).toMatchObject({ endCause: 'enterprise-left', toOn: '2026-11-24' });
  const letters = await desk.read((tx) =>
    tx.selectFrom('mail').select(['to_address', 'body']).where('about_id', '=', match.id).execute(),
  );
  const to = (address: string | null | undefined) =>
    letters.find((letter) => letter.to_address === address)?.body;
  expect(to(match.mentor.person.email)).toContain('They have moved to Leeds.');
  expect(to(desk.enrolment.enterprise.lead?.email)).toContain('Your time on the programme ends');
});

test('takes back what a mentor was asked, so that a late yes makes no match', async () => {
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  await desk.sent(offerId);
  const { id } = desk.need.enrolment;
  await closeEnrolment(desk.adviser, { enrolmentId: id, ...leaving, version: 1 });
  expect(await desk.stateOf('offer', offerId)).toBe('withdrawn');
  expect(await desk.mails('offer-withdrawn')).toMatchObject([
    { to_address: desk.best.person.email },
  ]);
  expect(await desk.audited('withdraw-offer')).toMatchObject([
    { subject_id: offerId, actor_id: desk.adviser.actor.personId },
  ]);
  await expect(answerOffer(desk.asMentor, { offerId, answer: 'accept' })).rejects.toThrow(
    /taken back/,
  );
});

test('refuses outsiders, a second close and an empty reason', async () => {
  const desk = await makeDesk(app);
  const input = { enrolmentId: desk.enrolmentId, ...leaving };
  await expectWalls(desk, closeEnrolment, input);
  await expect(closeEnrolment(desk.adviser, { ...input, reason: ' ' })).rejects.toMatchObject({
    fields: { reason: 'Say why it ends.' },
  });
  await closeEnrolment(desk.adviser, input);
  await expect(closeEnrolment(desk.adviser, { ...input, version: 2 })).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('a closed enterprise comes back as supported, with its first day kept', async () => {
  const desk = await makeDesk(app, { state: 'closed', eligibleOn: '2026-01-19' });
  await reopenEnrolment(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    version: 1,
    reason: 'New owner, new plan',
  });
  expect(await desk.row()).toMatchObject({ state: 'eligible', eligible_on: '2026-01-19' });
});
