import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { recordSharing } from '../../../enterprises/commands/record-sharing.ts';
import { firmsWithoutWord } from '../reads.ts';
import { askSharing } from './ask-sharing.ts';

const app = await createTestApp();

async function unasked() {
  app.clock.set(usualNow);
  const desk = await makeMatchingDesk(app);
  const other = await desk.world.enrolment({});
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx.updateTable('enrolment').set({ sharing: null, sharing_on: null }).execute(),
  );
  const enrolmentIds = [desk.need.enrolment.id, other.id];
  const waiting = () => desk.read((tx) => firmsWithoutWord(tx, desk.world.programme.id));
  return { ...desk, enrolmentIds, waiting };
}

test('firms that were taken in before are asked together, one letter each, with one tap to answer', async () => {
  const desk = await unasked();
  await expectWalls(desk.world, askSharing, { enrolmentIds: desk.enrolmentIds });
  const manager = await desk.world.ctxAs('manager');
  expect(await askSharing(manager, { enrolmentIds: desk.enrolmentIds })).toEqual({
    asked: 2,
    without: [],
  });
  const letters = await desk.mails('ask-sharing');
  expect(letters).toHaveLength(2);
  for (const one of letters) expect(one.body).toMatch(/\/l\/\S+\/[\w-]{20,}\/introducing/);
  expect((await desk.waiting()).every((firm) => firm.askedAt === usualNow)).toBe(true);
  expect(await desk.audited('ask-sharing')).toMatchObject([
    { changes: { asked: expect.arrayContaining(desk.enrolmentIds) } },
  ]);
  await expect(askSharing(manager, { enrolmentIds: desk.enrolmentIds })).rejects.toThrow(
    /has not left yet/,
  );
});

test('who has said it is not asked; nobody is written to without an address', async () => {
  const desk = await unasked();
  const [first = '', second = ''] = desk.enrolmentIds;
  await recordSharing(desk.firm, { enrolmentId: first, sharing: 'ask-first' });
  expect((await desk.waiting()).map((firm) => firm.enrolmentId)).toEqual([second]);
  await expect(askSharing(desk.adviser, { enrolmentIds: [first] })).rejects.toThrow(
    /said it already/,
  );
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx.updateTable('person').set({ email: null }).execute(),
  );
  await expect(askSharing(desk.adviser, { enrolmentIds: [second] })).rejects.toThrow(
    /nobody of the enterprise has a mail address/,
  );
  await expect(askSharing(desk.adviser, { enrolmentIds: [] })).rejects.toMatchObject({
    code: 'invalid',
  });
});
