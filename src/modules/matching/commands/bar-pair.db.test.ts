import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { rankMentorsForNeed } from '../reads.ts';
import { barPair } from './bar-pair.ts';

const app = await createTestApp();

test('a barred pair is left out of the ranking, and the reason stays out of the audit log', async () => {
  const { world, adviser, needId, need, best, read, audited } = await makeMatchingDesk(app);
  const input = {
    enrolmentId: need.enrolment.id,
    mentorId: best.id,
    cause: 'staff' as const,
    reason: 'Former business partners.',
  };
  await expectWalls(world, barPair, input);
  await barPair(adviser, input);
  const { ranking } = await read((tx) => rankMentorsForNeed(tx, adviser, needId));
  expect(ranking.excluded).toMatchObject([{ mentorId: best.id, rules: [{ rule: 'barred' }] }]);
  const entries = await audited('bar-pair');
  expect(entries).toMatchObject([{ subject_id: best.id, changes: { cause: 'staff' } }]);
  expect(JSON.stringify(entries)).not.toContain('partners');
  await expect(barPair(adviser, input)).rejects.toThrow(/already/);
});

test('a veto of the enterprise is named as such', async () => {
  const { adviser, needId, need, best, read } = await makeMatchingDesk(app);
  await barPair(adviser, {
    enrolmentId: need.enrolment.id,
    mentorId: best.id,
    cause: 'veto-enterprise',
    reason: 'Asked for somebody else.',
  });
  const { ranking } = await read((tx) => rankMentorsForNeed(tx, adviser, needId));
  expect(ranking.excluded[0]?.rules).toMatchObject([{ rule: 'enterprise-veto' }]);
});
