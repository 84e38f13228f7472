import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { giveTraits } from './give-traits.ts';

const app = await createTestApp();

test('only the mentor gives and takes back, has no state to be refused by, and the audit does not say which', async () => {
  const { world, best, asMentor, adviser, read, audited } = await makeMatchingDesk(app);
  const given = () => read((tx) => tx.selectFrom('mentor_trait').select('trait').execute());
  const input = { mentorId: best.id, traits: ['carer' as const, 'woman' as const] };
  await expectWalls(world, giveTraits, input);
  await expect(giveTraits(adviser, input)).rejects.toMatchObject({ code: 'not-found' });
  await giveTraits(asMentor, input);
  expect((await given()).map((row) => row.trait).toSorted()).toEqual(['carer', 'woman']);
  await giveTraits(asMentor, { mentorId: best.id, traits: [] });
  expect(await given()).toEqual([]);
  expect(await audited('give-traits')).toMatchObject([
    { subject_id: best.id, changes: { traits: 2 } },
    { changes: { traits: 0 } },
  ]);
  expect(JSON.stringify(await audited('give-traits'))).not.toMatch(/woman|carer/);
});
