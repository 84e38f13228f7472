import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { newId } from '../../../kernel/ids.ts';
import { recordFacts } from './record-reads.ts';

const app = await createTestApp();

test('a record leads to the newest application that the firm sent, if it sent one', async () => {
  const desk = await makeDesk(app);
  const programmeId = desk.world.programme.id;
  const facts = () => desk.read((tx) => recordFacts(tx, programmeId, desk.enrolmentId));
  expect(await facts()).toMatchObject({ applicationId: null });
  const sent = { first: newId(), second: newId() };
  await desk.write((tx) =>
    tx
      .insertInto('application')
      .values(
        [
          { id: sent.second, submitted_at: '2026-11-02T10:00:00.000Z' },
          { id: sent.first, submitted_at: '2026-10-02T10:00:00.000Z' },
        ].map((one) => ({
          ...one,
          org_id: desk.world.orgId,
          programme_id: programmeId,
          enrolment_id: desk.enrolmentId,
          state: 'submitted',
          applicant_email: 'ann@firm.example',
          created_at: one.submitted_at,
          updated_at: one.submitted_at,
        })),
      )
      .execute(),
  );
  expect(await facts()).toMatchObject({ applicationId: sent.second });
});
