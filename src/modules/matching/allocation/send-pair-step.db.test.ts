import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchDesk } from '../../../../test/factories/match-desk.ts';
import { endings } from '../../../../test/factories/endings.ts';
import { barPair } from '../commands/bar-pair.ts';
import { offerMatch } from '../commands/offer-match.ts';
import { publishAllocation } from './commands/publish-allocation.ts';

const app = await createTestApp();

test('sending nothing but what does not hold changes nothing, and keeps every step', async () => {
  const desk = await makeMatchDesk(app);
  const { world, adviser, finance, second, anna, ben } = desk;
  const { allocationId, exporting } = desk;
  const offer = (needId: string, mentorId: string) => ({
    needId,
    mentorId,
    way: 'offer' as const,
  });
  const input = {
    allocationId,
    version: 1,
    pairs: [offer(exporting.id, anna.id), offer(finance.id, ben.id), offer(second.id, ben.id)],
  };
  await endings.closeNeed(adviser, { needId: finance.id, result: 'withdrawn' });
  await barPair(adviser, {
    enrolmentId: second.enrolment.id,
    mentorId: ben.id,
    cause: 'staff',
    reason: 'They compete.',
  });
  const other = await world.need({ area: 'finance' });
  const taken = await offerMatch(adviser, { needId: other.id, mentorId: anna.id });
  await expect(publishAllocation(adviser, input)).rejects.toThrow(/ruled this pair out/);
  expect(
    await desk.read((tx) => tx.selectFrom('allocation_pair').select('need_id').execute()),
  ).toEqual([]);
  await expect(publishAllocation(adviser, input)).rejects.toThrow(/nothing has happened/);
  const offers = await desk.read((tx) =>
    tx.selectFrom('offer').select('id').where('state', '=', 'pending').execute(),
  );
  expect(offers.map((each) => each.id)).toEqual([taken.offerId]);
});
