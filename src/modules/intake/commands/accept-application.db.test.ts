import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import {
  makeApplicationDesk,
  startingPages,
  tradingPages,
} from '../../../../test/factories/application-desk.ts';
import { expectWalls } from '../../../../test/factories/enterprise-desk.ts';
import { statedFactsOf } from '../../enterprises/eligibility/reads.ts';
import { stateIntention } from '../../enterprises/eligibility/state-intention-step.ts';
import { acceptApplication } from './accept-application.ts';
import { submitApplication } from './submit-application.ts';

const app = await createTestApp();

async function accepting() {
  const made = await makeApplicationDesk(app);
  const input = async (applicationId: string, more = {}) => ({
    applicationId,
    version: (await made.application(applicationId)).version,
    enterpriseId: null,
    ...more,
  });
  const firm = (id: string) =>
    made.desk.read((tx) =>
      tx.selectFrom('enterprise').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
  return { ...made, input, firm };
}

test('an application becomes enterprise, person, enrolment and declared figures', async () => {
  const { desk, submitted, input, firm, application } = await accepting();
  const { applicationId } = await submitted();
  const taken = await acceptApplication(desk.adviser, await input(applicationId));
  expect(await firm(taken.enterpriseId)).toMatchObject({
    name: 'Quill Pens Ltd',
    company_number: '01234567',
    trading_postcode: 'CV4 7AL',
    is_pre_start: false,
  });
  expect((await application(applicationId)).enrolment_id).toBe(taken.enrolmentId);
  await desk.read(async (tx) => {
    const enrolment = await tx
      .selectFrom('enrolment')
      .selectAll()
      .where('id', '=', taken.enrolmentId)
      .executeTakeFirstOrThrow();
    expect(enrolment).toMatchObject({ state: 'applied', source: 'public' });
    const measures = await tx
      .selectFrom('measure')
      .select(['kind', 'amount', 'source', 'year_ends_on'])
      .where('enrolment_id', '=', taken.enrolmentId)
      .orderBy('kind')
      .execute();
    expect(measures).toMatchObject([
      { kind: 'staff', amount: 450, source: 'declaration', year_ends_on: '2026-03-31' },
      { kind: 'turnover', amount: 8_500_000 },
    ]);
  });
  expect(await desk.audited('accept-application')).toHaveLength(1);
});

test('linked firms, earlier aid and the need wait for the adviser to confirm them', async () => {
  const { desk, submitted, input } = await accepting();
  const { applicationId } = await submitted({
    ...tradingPages,
    size: {
      ...tradingPages.size,
      isGroup: 'yes',
      groupDetail: 'Quill Holdings Ltd owns 60% of us',
    },
    support: { hasAid: 'yes', aidDetail: 'City Council, £1,000' },
  });
  const { enrolmentId } = await acceptApplication(desk.adviser, await input(applicationId));
  const stated = async (kind: 'relation' | 'subsidy' | 'need') =>
    (await desk.read((tx) => statedFactsOf(tx, enrolmentId, kind))).map(({ words }) => words);
  expect(await stated('relation')).toEqual(['Quill Holdings Ltd owns 60% of us']);
  expect(await stated('subsidy')).toEqual(['City Council, £1,000']);
  expect(await stated('need')).toEqual(['Cash runs out before invoices are paid.']);
  const records = await desk.read((tx) =>
    tx.selectFrom('enterprise_relation').select('id').execute(),
  );
  expect(records).toEqual([]);
});

test('what the firm wants to reach waits for the adviser’s judgement, and a judgement stands', async () => {
  const { desk, submitted, input } = await accepting();
  const { applicationId } = await submitted();
  const { enrolmentId } = await acceptApplication(desk.adviser, await input(applicationId));
  const growth = () =>
    desk.read((tx) =>
      tx
        .selectFrom('eligibility_test')
        .select(['result', 'because', 'facts', 'decided_by'])
        .where('enrolment_id', '=', enrolmentId)
        .where('test', '=', 'growth-intent')
        .execute(),
    );
  expect(await growth()).toEqual([
    {
      result: 'needs-adviser',
      because: 'In its own words: Sell abroad.',
      facts: { intention: 'Sell abroad.', judgement: null },
      decided_by: null,
    },
  ]);
  await desk.write((tx) => stateIntention(tx, desk.adviser, enrolmentId, 'Something else.'));
  expect(await growth()).toHaveLength(1);
});

test('somebody who prepares a firm keeps the record and its enrolment when the firm trades', async () => {
  const { desk, submitted, input, firm } = await accepting();
  const first = await submitted(startingPages);
  const before = await acceptApplication(desk.adviser, await input(first.applicationId));
  expect(await firm(before.enterpriseId)).toMatchObject({ is_pre_start: true, name: 'Rosa Quill' });
  const second = await submitted();
  const after = await acceptApplication(
    desk.adviser,
    await input(second.applicationId, { enterpriseId: before.enterpriseId }),
  );
  expect(after).toEqual(before);
  expect(await firm(before.enterpriseId)).toMatchObject({
    is_pre_start: false,
    name: 'Quill Pens Ltd',
    company_number: '01234567',
  });
});

test('a firm that may be on record is not made again until staff say so', async () => {
  const { desk, submitted, input } = await accepting();
  const first = await submitted();
  const known = await acceptApplication(desk.adviser, await input(first.applicationId));
  const { applicationId } = await submitted(undefined, 'other@quill.example');
  await expect(acceptApplication(desk.adviser, await input(applicationId))).rejects.toMatchObject({
    code: 'precondition',
    message: expect.stringContaining('Quill Pens Ltd'),
  });
  const linked = await acceptApplication(
    desk.adviser,
    await input(applicationId, { enterpriseId: known.enterpriseId }),
  );
  expect(linked.enrolmentId).toBe(known.enrolmentId);
});

test('a firm that left and applies again is back on the programme, with its history', async () => {
  const { desk, submitted, input } = await accepting();
  const { applicationId } = await submitted();
  const left = await desk.world.enrolment({
    state: 'closed',
    enterprise: await desk.world.enterprise({ name: 'Quill Pens Ltd', companyNumber: '01234567' }),
  });
  const taken = await acceptApplication(
    desk.adviser,
    await input(applicationId, { enterpriseId: left.enterprise.id }),
  );
  expect(taken).toMatchObject({ enrolmentId: left.id, cameBack: true });
  const row = await desk.read((tx) =>
    tx.selectFrom('enrolment').selectAll().where('id', '=', left.id).executeTakeFirstOrThrow(),
  );
  expect(row).toMatchObject({ state: 'eligible', closed_on: null, eligible_on: '2026-01-19' });
  expect(row.next_contact_on).not.toBeNull();
  expect(await desk.audited('reopen-enrolment')).toMatchObject([
    { reason: 'It applied again.', changes: { state: { from: 'closed', to: 'eligible' } } },
  ]);
});

test('a refused firm that applies again waits for a decision', async () => {
  const { desk, submitted, input } = await accepting();
  const { applicationId } = await submitted();
  const refused = await desk.world.enrolment({ state: 'not-eligible' });
  await acceptApplication(
    desk.adviser,
    await input(applicationId, { enterpriseId: refused.enterprise.id }),
  );
  const row = await desk.read((tx) =>
    tx.selectFrom('enrolment').select('state').where('id', '=', refused.id).executeTakeFirst(),
  );
  expect(row).toEqual({ state: 'applied' });
});

test('a closed programme takes nobody in, neither by accepting nor by sending', async () => {
  const { desk, visitor, submitted, filled, input } = await accepting();
  const { applicationId } = await submitted();
  const draft = await filled(undefined, 'late@quill.example');
  await desk.write((tx) =>
    tx
      .updateTable('programme')
      .set({ state: 'closed', applications_open: false })
      .where('id', '=', desk.world.programme.id)
      .execute(),
  );
  await expect(acceptApplication(desk.adviser, await input(applicationId))).rejects.toThrow(
    /is closed and takes nobody in/,
  );
  await expect(submitApplication(visitor, { secret: draft.secret })).rejects.toThrow(
    /has closed and takes no applications/,
  );
});

test('refuses a draft, a second time, and outsiders', async () => {
  const { desk, start, submitted, input } = await accepting();
  const draft = await start();
  await expect(
    acceptApplication(desk.adviser, await input(draft.applicationId)),
  ).rejects.toMatchObject({ code: 'precondition' });
  const { applicationId } = await submitted();
  const accepted = await input(applicationId);
  await expectWalls(desk, acceptApplication, accepted);
  await acceptApplication(desk.adviser, accepted);
  await expect(acceptApplication(desk.adviser, accepted)).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('whoever accepts becomes the adviser unless another is chosen, and a manager does not by that', async () => {
  const adviserAfter = async (by: 'adviser' | 'manager', chosen?: 'colleague' | 'nobody') => {
    const { desk, submitted, input } = await accepting();
    const colleague = await desk.world.person({ roles: ['adviser'] });
    const actor = by === 'adviser' ? desk.adviser : await desk.world.ctxAs('manager');
    const { applicationId } = await submitted();
    const { enrolmentId } = await acceptApplication(actor, {
      ...(await input(applicationId)),
      ...(chosen && { adviserId: chosen === 'nobody' ? null : colleague.id }),
    });
    const { adviser_id: adviserId } = await desk.read((tx) =>
      tx
        .selectFrom('enrolment')
        .select('adviser_id')
        .where('id', '=', enrolmentId)
        .executeTakeFirstOrThrow(),
    );
    return adviserId === actor.actor.personId
      ? 'self'
      : adviserId === colleague.id
        ? 'colleague'
        : adviserId;
  };
  expect(await adviserAfter('adviser')).toBe('self');
  expect(await adviserAfter('adviser', 'colleague')).toBe('colleague');
  expect(await adviserAfter('adviser', 'nobody')).toBeNull();
  expect(await adviserAfter('manager')).toBeNull();
  expect(await adviserAfter('manager', 'colleague')).toBe('colleague');
});

test('nobody who is no adviser of the programme is made one by an application', async () => {
  const { desk, submitted, input } = await accepting();
  const { applicationId } = await submitted();
  const stranger = await desk.world.person({ roles: ['verifier'] });
  await expect(
    acceptApplication(desk.adviser, { ...(await input(applicationId)), adviserId: stranger.id }),
  ).rejects.toMatchObject({ fields: { adviser: expect.any(String) } });
});

test('an address that nobody has proved is taken up only by somebody who says how they know', async () => {
  const { desk, unproved, input, application } = await accepting();
  const { applicationId } = await unproved();
  await expect(acceptApplication(desk.adviser, await input(applicationId))).rejects.toMatchObject({
    code: 'invalid',
    fields: { addressKnown: expect.stringContaining('rosa@quill.example') },
  });
  expect((await application(applicationId)).enrolment_id).toBeNull();
  const addressKnown = 'I rang her at the shop.';
  await acceptApplication(desk.adviser, await input(applicationId, { addressKnown }));
  expect(await application(applicationId)).toMatchObject({
    address_proved_at: null,
    address_vouched_by: desk.adviser.actor.personId,
  });
  expect(await desk.audited('accept-application')).toMatchObject([{ reason: addressKnown }]);
});
