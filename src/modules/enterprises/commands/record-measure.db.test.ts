import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { measuresOf } from '../reads.ts';
import { recordMeasure } from './record-measure.ts';

const app = await createTestApp();
const figure = { kind: 'turnover', amount: 48_000_000, yearEndsOn: '2026-03-31' } as const;

test('a figure is kept with its year, currency and the firm’s own words; a double click keeps one', async () => {
  const desk = await makeDesk(app);
  const participant = await desk.world.ctxFor({ id: desk.enrolment.enterprise.lead?.id ?? '' });
  const key = { ...participant, idempotencyKey: 'measure-once-001' };
  const input = {
    ...figure,
    enrolmentId: desk.enrolmentId,
    attribution: 'Our mentor found the buyer',
  };
  const first = await recordMeasure(key, input);
  expect(await recordMeasure(key, input)).toEqual(first);
  expect(await desk.read((tx) => measuresOf(tx, desk.enterpriseId))).toMatchObject([
    {
      amount: 48_000_000,
      currency: 'GBP',
      source: 'declaration',
      attribution: 'Our mentor found the buyer',
    },
  ]);
  expect(await desk.audited('record-measure')).toHaveLength(1);
});

test('a loss is allowed, negative turnover and a year far ahead are not', async () => {
  const desk = await makeDesk(app);
  const input = { ...figure, enrolmentId: desk.enrolmentId };
  await recordMeasure(desk.adviser, { ...input, kind: 'profit', amount: -1_000_000 });
  await expect(recordMeasure(desk.adviser, { ...input, amount: -1 })).rejects.toMatchObject({
    fields: { amount: expect.stringContaining('enter 0 or more') },
  });
  await expect(
    recordMeasure(desk.adviser, { ...input, yearEndsOn: '2029-03-31' }),
  ).rejects.toMatchObject({ fields: { yearEndsOn: expect.any(String) } });
  await expectWalls(desk, recordMeasure, input);
});

test('what a firm says of itself is a declaration, whatever source it names', async () => {
  const desk = await makeDesk(app);
  const participant = await desk.world.ctxFor({ id: desk.enrolment.enterprise.lead?.id ?? '' });
  const input = { ...figure, enrolmentId: desk.enrolmentId, source: 'accounts' as const };
  await recordMeasure(participant, input);
  await recordMeasure(desk.adviser, { ...input, kind: 'exports' });
  const rows = await desk.read((tx) => measuresOf(tx, desk.enterpriseId));
  expect(Object.fromEntries(rows.map(({ kind, source }) => [kind, source]))).toEqual({
    turnover: 'declaration',
    exports: 'accounts',
  });
});
