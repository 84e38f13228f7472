import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { latestTests } from '../reads.ts';
import { confirmAuthority } from './confirm-authority.ts';

const app = await createTestApp();

test('the place counts only once an adviser has confirmed it, and says how they know', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const { enrolmentId } = desk;
  await expect(
    confirmAuthority(desk.adviser, { enrolmentId, code: 'E08000026', evidence: '' }),
  ).rejects.toMatchObject({ fields: { evidence: expect.stringContaining('Say how you know') } });
  const inside = await confirmAuthority(desk.adviser, {
    enrolmentId,
    code: 'E08000026',
    evidence: 'Lease seen',
  });
  expect(inside.result).toBe('met');
  const outside = await confirmAuthority(desk.adviser, {
    enrolmentId,
    code: 'E06000016',
    name: 'Leicester',
    evidence: 'Moved in October',
  });
  expect(outside.result).toBe('not-met');
  const tests = await desk.read((tx) => latestTests(tx, enrolmentId, 'Europe/London'));
  expect(tests.get('area')?.because).toContain('Trades in Leicester (E06000016)');
  expect(await desk.audited('confirm-authority')).toHaveLength(2);
});

test('refuses outsiders', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  await expectWalls(desk, confirmAuthority, {
    enrolmentId: desk.enrolmentId,
    code: 'E08000026',
    evidence: 'Visit',
  });
});
