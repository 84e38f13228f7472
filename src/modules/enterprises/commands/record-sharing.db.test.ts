import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { recordSharing } from './record-sharing.ts';

const app = await createTestApp();

test('the firm says when a mentor may learn who it is; it has no state that refuses', async () => {
  const desk = await makeDesk(app);
  const input = { enrolmentId: desk.enrolmentId, sharing: 'ask-first' as const };
  await expectWalls(desk, recordSharing, input);
  expect(await desk.row()).toMatchObject({ sharing: null });
  await recordSharing(desk.adviser, input);
  expect(await desk.row()).toMatchObject({
    sharing: 'ask-first',
    sharing_on: '2026-11-24',
    sharing_by: desk.adviser.actor.personId,
  });
  expect(await desk.audited('record-sharing')).toMatchObject([
    { changes: { sharing: 'ask-first', isByFirm: false } },
  ]);
});

test('the firm’s own people may say it, too', async () => {
  const desk = await makeDesk(app);
  const lead = await desk.world.ctxFor({ id: desk.enrolment.enterprise.lead?.id ?? '' });
  const input = { enrolmentId: desk.enrolmentId, sharing: 'at-yes' as const };
  await recordSharing(lead, input);
  expect(await desk.row()).toMatchObject({ sharing: 'at-yes' });
});
