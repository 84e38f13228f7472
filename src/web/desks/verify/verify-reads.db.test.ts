import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { newId } from '../../../kernel/ids.ts';
import { waitingIn } from './verify-reads.ts';

const app = await createTestApp();
const all = { output: true, correction: true, override: true };

async function openDesk() {
  const world = await makeWorld(app);
  const adviser = await world.person({ roles: ['adviser'] });
  const enrolment = await world.enrolment({ adviser });
  const own = { org_id: world.orgId, enrolment_id: enrolment.id };
  const output = async (
    recordedAt: string,
    state: 'recorded' | 'evidence-complete' | 'verified' | 'withdrawn',
    statement = '',
  ) => {
    const firm = await world.enrolment({ adviser });
    await app.database.tenant(world.orgId, (tx) =>
      tx
        .insertInto('output')
        .values({
          ...{ org_id: world.orgId, enrolment_id: firm.id, programme_id: world.programme.id },
          ...{ id: newId(), indicator: 'C8', state, statement, value: 1.5 },
          ...{ achieved_on: '2026-11-02', recorded_at: recordedAt, recorded_by: adviser.id },
        })
        .execute(),
    );
  };
  const override = (answer: { approved_at?: string; refused_at?: string } = {}) =>
    app.database.tenant(world.orgId, (tx) =>
      tx
        .insertInto('eligibility_override')
        .values({
          ...{ ...own, ...answer, id: newId(), test: 'size', reason: 'x' },
          ...{ requested_by: adviser.id, requested_at: '2026-11-03T10:00:00.000Z' },
        })
        .execute(),
    );
  const waiting = (decides = all, programmeId = world.programme.id) =>
    app.database.read(world.orgId, (tx) => waitingIn(tx, programmeId, decides));
  return { world, adviser, enrolment, output, override, waiting };
}

test('what one person recorded waits for another, the oldest first, until it is answered', async () => {
  const { adviser, enrolment, output, override, waiting } = await openDesk();
  await output('2026-11-05T10:00:00.000Z', 'evidence-complete', 'Payroll');
  await output('2026-11-02T10:00:00.000Z', 'recorded');
  await output('2026-11-01T10:00:00.000Z', 'verified');
  await output('2026-11-01T10:00:00.000Z', 'withdrawn');
  await override();
  expect(await waiting()).toMatchObject([
    { kind: 'output', since: '2026-11-02T10:00:00.000Z', amount: 1.5, hasWords: false },
    { kind: 'override', what: 'size', enrolmentId: enrolment.id, askedById: adviser.id },
    { kind: 'output', what: 'C8', hasWords: true, hasDocument: false, askedBy: adviser.name },
  ]);
});

test('only the kinds that the reader decides are asked for, and only of this programme', async () => {
  const { world, output, override, waiting } = await openDesk();
  await output('2026-11-02T10:00:00.000Z', 'recorded');
  await override();
  expect(await waiting({ ...all, output: false })).toMatchObject([{ kind: 'override' }]);
  expect(await waiting({ ...all, override: false })).toMatchObject([{ kind: 'output' }]);
  const other = await makeWorld(app);
  expect(await waiting(all, other.programme.id)).toEqual([]);
  expect(world.programme.id).not.toBe(other.programme.id);
});

test('an override that was answered waits no more', async () => {
  const { override, waiting } = await openDesk();
  await override({ refused_at: '2026-11-04T10:00:00.000Z' });
  expect(await waiting()).toEqual([]);
});
