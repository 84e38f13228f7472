import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { insertNeed } from '../open-need-step.ts';
import { needWithHistory } from '../reads.ts';
import { endings } from '../../../../test/factories/endings.ts';
import { reopenNeed } from './reopen-need.ts';

const app = await createTestApp();

test('closing is taken back; the first introduction stays, and the need waits for the next', async () => {
  const desk = await makeDesk(app);
  const { id } = await desk.world.need({ enrolment: desk.enrolment, state: 'introduced' });
  await endings.closeNeed(desk.adviser, { needId: id, result: 'met', note: 'Done' });
  await reopenNeed(desk.adviser, { needId: id });
  const { need } = await desk.read((tx) => needWithHistory(tx, desk.enrolmentId, id));
  expect(need).toMatchObject({
    state: 'open',
    introducedOn: '2026-11-09',
    waitsSince: '2026-11-24',
    closedOn: null,
    result: null,
  });
  expect(await desk.audited('reopen-need')).toMatchObject([
    { subject_id: id, changes: { state: ['closed', 'open'] } },
  ]);
});

test('refuses outsiders and a need that is open', async () => {
  const desk = await makeDesk(app);
  const { id } = await desk.world.need({ enrolment: desk.enrolment });
  await expectWalls(desk, reopenNeed, { needId: id });
  await expect(reopenNeed(desk.adviser, { needId: id })).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('refuses a need that another has replaced', async () => {
  const desk = await makeDesk(app);
  const old = await desk.world.need({ enrolment: desk.enrolment, state: 'closed' });
  await desk.write((tx) =>
    insertNeed(tx, desk.world.orgId, {
      enrolmentId: desk.enrolmentId,
      openedOn: '2026-11-16',
      replacesId: old.id,
      area: 'people',
      detail: 'Nobody to sell',
      topics: [],
      seenBy: 'adviser',
      priority: 2,
      minutesPerMonth: 120,
    }),
  );
  await expect(reopenNeed(desk.adviser, { needId: old.id })).rejects.toThrow(
    'Another need has taken its place',
  );
});
