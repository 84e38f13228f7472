import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { confirmSession } from './confirm-session.ts';
import { disputeSession } from './dispute-session.ts';
import { settleDispute } from './settle-dispute.ts';

const app = await createTestApp();

async function makeLogged() {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  return { ...desk, sessionId, key: { sessionId, enrolmentId: desk.enrolmentId } };
}

test('the firm confirms, also after it had disputed', async () => {
  const desk = await makeLogged();
  await disputeSession(desk.lead, { ...desk.key, dispute: 'It was shorter' });
  await confirmSession(desk.lead, desk.key);
  expect(await desk.party(desk.sessionId)).toMatchObject({
    confirmation: 'confirmed',
    confirmed_by: desk.lead.actor.personId,
    dispute: '',
  });
  expect(await desk.audited('confirm-session')).toMatchObject([
    { changes: { confirmation: ['disputed', 'confirmed'] } },
  ]);
});

test('nobody confirms for the firm: not the mentor, not staff, not another firm', async () => {
  const desk = await makeLogged();
  await expectWalls(desk.world, confirmSession, desk.key);
  const other = await desk.world.enrolment();
  const stranger = await desk.world.ctxFor({ id: other.enterprise.lead?.id ?? '' });
  await expect(confirmSession(stranger, desk.key)).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    confirmSession(stranger, { ...desk.key, enrolmentId: other.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('what the adviser settled is no longer confirmed or disputed', async () => {
  const desk = await makeLogged();
  await disputeSession(desk.lead, { ...desk.key, dispute: 'Not there' });
  await settleDispute(desk.adviser, { ...desk.key, attendance: 'no-show', reason: 'Asked both' });
  await expect(confirmSession(desk.lead, desk.key)).rejects.toMatchObject({ code: 'precondition' });
});
