import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { logContact } from '../../commands/log-contact.ts';
import { openIssueOf } from '../../contacts/reads.ts';
import { asidesOf } from '../reads.ts';
import { putRowAside } from './put-row-aside.ts';

const app = await createTestApp();

async function openDesk() {
  const desk = await makeDesk(app, { state: 'eligible' });
  const programmeId = desk.world.programme.id;
  const row = { programmeId, rowKey: `call/${desk.enrolmentId}`, cause: '2026-11-20' };
  return { ...desk, row, asides: () => desk.read((tx) => asidesOf(tx, programmeId)) };
}

test('puts a row off to a day, and keeps it with a reason instead', async () => {
  const desk = await openDesk();
  const { row, adviser } = desk;
  await expectWalls(desk.world, putRowAside, { ...row, until: '2026-12-01' });
  const { asideId } = await putRowAside(adviser, { ...row, until: '2026-12-01' });
  expect((await desk.asides()).get(row.rowKey)).toMatchObject({
    id: asideId,
    cause: '2026-11-20',
    until: '2026-12-01',
    reason: '',
  });
  await putRowAside(adviser, { ...row, reason: 'They ring us.' });
  expect((await desk.asides()).get(row.rowKey)).toMatchObject({
    until: null,
    reason: 'They ring us.',
  });
  expect(await desk.audited('put-row-aside')).toMatchObject([
    { subject_kind: 'aside', changes: { rowKey: row.rowKey, until: '2026-12-01' } },
    { changes: { rowKey: row.rowKey, until: null } },
  ]);
});

test('a form that is sent twice puts a row aside once', async () => {
  const desk = await openDesk();
  const once = { ...desk.adviser, idempotencyKey: 'put-aside-once' };
  const first = await putRowAside(once, { ...desk.row, until: '2026-12-01' });
  expect(await putRowAside(once, { ...desk.row, until: '2026-12-01' })).toEqual(first);
  expect((await desk.asides()).size).toBe(1);
});

test('takes tomorrow and a day in six months, not today and not later', async () => {
  const { adviser, row } = await openDesk();
  const until = (day: string) => putRowAside(adviser, { ...row, until: day });
  for (const day of ['2026-11-24', '2027-05-27', '2026-02-30']) {
    await expect(until(day)).rejects.toMatchObject({ fields: { until: expect.any(String) } });
  }
  await until('2026-11-25');
  await until('2027-05-26');
});

test('keeps nothing without a reason', async () => {
  const { adviser, row } = await openDesk();
  await expect(putRowAside(adviser, row)).rejects.toMatchObject({
    fields: { reason: 'Say why it is fine as it is.' },
  });
});

test('what a firm said of its issue is settled when its row is kept, not when it is put off', async () => {
  const desk = await openDesk();
  const said = { kind: 'call', hasIssueChanged: true, changedIssue: 'Staff leave.' } as const;
  await logContact(desk.adviser, { enrolmentId: desk.enrolmentId, ...said });
  const open = () => desk.read((tx) => openIssueOf(tx, desk.enrolmentId));
  const { contactId = '' } = (await open()) ?? {};
  const row = { ...desk.row, rowKey: `issue/${desk.enrolmentId}`, cause: contactId };
  await putRowAside(desk.adviser, { ...row, until: '2026-12-01' });
  expect(await open()).toMatchObject({ contactId });
  await putRowAside(desk.adviser, { ...row, reason: 'It was a bad week.' });
  expect(await open()).toBeNull();
});
