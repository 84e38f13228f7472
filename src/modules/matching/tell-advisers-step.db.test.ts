import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { makeMatchDesk } from '../../../test/factories/match-desk.ts';
import { publishAllocation } from './allocation/commands/publish-allocation.ts';

const app = await createTestApp();

test('the adviser of a firm is told by one letter when a colleague sends', async () => {
  const desk = await makeMatchDesk(app);
  const { adviser, allocationId, exporting, finance, second, anna, ben } = desk;
  const offer = (needId: string, mentorId: string) => ({
    needId,
    mentorId,
    way: 'offer' as const,
  });
  await publishAllocation(adviser, {
    allocationId,
    version: 1,
    pairs: [offer(exporting.id, anna.id), offer(finance.id, ben.id), offer(second.id, ben.id)],
  });
  const told = await desk.mails('colleague-sent');
  const to = told.map((mail) => mail.person_id);
  expect(to).toContain(finance.enrolment.adviserId);
  expect(new Set(to).size).toBe(to.length);
  expect(to).not.toContain(adviser.actor.personId);
  expect(told[0]?.body).toMatch(/is asked/);
});
