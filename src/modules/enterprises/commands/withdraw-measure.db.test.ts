import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { makeProgramme } from '../../../../test/factories/programmes.ts';
import { measuresOf } from '../reads.ts';
import { enrolEnterprise } from './enrol-enterprise.ts';
import { recordMeasure } from './record-measure.ts';
import { withdrawMeasure } from './withdraw-measure.ts';

const app = await createTestApp();

test('a withdrawn figure leaves every sum and says why; participants cannot withdraw', async () => {
  const desk = await makeDesk(app);
  const { measureId } = await recordMeasure(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    kind: 'staff',
    amount: 1_200,
    yearEndsOn: '2026-03-31',
  });
  const input = { enrolmentId: desk.enrolmentId, measureId, reason: 'Typed twice' };
  const participant = await desk.world.ctxFor({ id: desk.enrolment.enterprise.lead?.id ?? '' });
  await expect(withdrawMeasure(participant, input)).rejects.toMatchObject({ code: 'not-found' });
  await expectWalls(desk, withdrawMeasure, input);
  await withdrawMeasure(desk.adviser, input);
  expect(await desk.read((tx) => measuresOf(tx, desk.enterpriseId))).toEqual([]);
  expect(await desk.audited('withdraw-measure')).toMatchObject([{ reason: 'Typed twice' }]);
  await expect(withdrawMeasure(desk.adviser, input)).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('a figure of another programme is withdrawn by the people of that programme only', async () => {
  const desk = await makeDesk(app);
  const other = await makeProgramme(app, desk.world.org, { programme: 'Neighbour' });
  const neighbour = await desk.world.ctxAs('adviser', { programmeId: other.id });
  const { enrolmentId } = await enrolEnterprise(desk.adviser, {
    programmeId: other.id,
    enterpriseId: desk.enterpriseId,
  });
  const { measureId } = await recordMeasure(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    kind: 'staff',
    amount: 1_200,
    yearEndsOn: '2026-03-31',
  });
  const input = { enrolmentId, measureId, reason: 'It does not suit us' };
  await expect(withdrawMeasure(neighbour, input)).rejects.toMatchObject({ code: 'precondition' });
  expect(await desk.read((tx) => measuresOf(tx, desk.enterpriseId))).toHaveLength(1);
});
