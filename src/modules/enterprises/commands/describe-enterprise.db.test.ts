import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { enterpriseById } from '../reads.ts';
import { describeEnterprise } from './describe-enterprise.ts';

const app = await createTestApp();

test('a firm changes how it is reached and what it says of itself, and nothing else', async () => {
  const desk = await makeDesk(app);
  const lead = desk.enrolment.enterprise.lead;
  const participant = await desk.world.ctxFor({ id: lead?.id ?? '' });
  const said = {
    enrolmentId: desk.enrolmentId,
    version: 1,
    phone: '024 7600 0000',
    website: 'www.hazel.example',
    description: 'Wooden toys.',
  };
  await expectWalls(desk, describeEnterprise, said);
  await describeEnterprise(participant, said);
  const stored = await app.database.read(desk.world.orgId, (tx) =>
    enterpriseById(tx, desk.enterpriseId),
  );
  expect(stored).toMatchObject({
    phone: '024 7600 0000',
    website: 'https://www.hazel.example',
    description: 'Wooden toys.',
  });
  expect(await desk.audited('describe-enterprise')).toMatchObject([
    { subject_id: desk.enterpriseId },
  ]);
  const facts = { ...said, version: 2, companyNumber: '09999999' };
  await expect(describeEnterprise(participant, facts)).rejects.toMatchObject({ code: 'invalid' });
});

test('what staff changed meanwhile is shown, and only of these three fields', async () => {
  const desk = await makeDesk(app);
  const lead = desk.enrolment.enterprise.lead;
  const participant = await desk.world.ctxFor({ id: lead?.id ?? '' });
  const refused = await describeEnterprise(participant, {
    enrolmentId: desk.enrolmentId,
    version: 7,
  }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'conflict' });
  const { details } = refused as { details: object };
  expect(Object.keys(details).sort()).toEqual(['description', 'phone', 'version', 'website']);
});
