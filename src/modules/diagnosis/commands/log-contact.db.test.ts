import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { changedIssueOf, contactsOf, lastSpokenTo } from '../contacts/reads.ts';
import { logContact } from './log-contact.ts';

const app = await createTestApp();

test('a call is kept with the four answers and sets the last and the next day', async () => {
  const desk = await makeDesk(app, { nextContactOn: '2026-11-20' });
  const lead = desk.enrolment.enterprise.lead?.id ?? '';
  const logged = await logContact(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    kind: 'call',
    withPersonId: lead,
    achieved: 'First order',
    planned: 'Second order',
    hasIssueChanged: true,
    changedIssue: 'They cannot find people',
  });
  expect(logged.nextContactOn).toBe('2026-12-08');
  expect(await desk.row()).toMatchObject({
    last_contact_on: '2026-11-24',
    next_contact_on: '2026-12-08',
  });
  const [contact] = await desk.read((tx) => contactsOf(tx, desk.enrolmentId));
  expect(contact).toMatchObject({ kind: 'call', achieved: 'First order', hasIssueChanged: true });
  expect(await desk.read((tx) => changedIssueOf(tx, desk.enrolmentId, logged.contactId))).toBe(
    'They cannot find people',
  );
  expect([...(await desk.read((tx) => lastSpokenTo(tx, desk.enrolmentId))).keys()]).toEqual([lead]);
  expect(await desk.audited('log-contact')).toMatchObject([{ subject_id: logged.contactId }]);
});

test('an attempt is tried again in two days and is no contact', async () => {
  const desk = await makeDesk(app, { lastContactOn: '2026-11-02' });
  const withPersonId = desk.enrolment.enterprise.lead?.id;
  await logContact(desk.adviser, { enrolmentId: desk.enrolmentId, kind: 'attempt', withPersonId });
  expect(await desk.row()).toMatchObject({
    last_contact_on: '2026-11-02',
    next_contact_on: '2026-11-26',
  });
  expect((await desk.read((tx) => lastSpokenTo(tx, desk.enrolmentId))).size).toBe(0);
});

test('a contact that is entered late does not undo a newer one', async () => {
  const desk = await makeDesk(app, { lastContactOn: '2026-11-20', nextContactOn: '2026-12-04' });
  await logContact(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    kind: 'meeting',
    happenedAt: '2026-11-10T09:00:00.000Z',
  });
  expect(await desk.row()).toMatchObject({
    last_contact_on: '2026-11-20',
    next_contact_on: '2026-12-04',
  });
});

test('pressing the button twice keeps one contact', async () => {
  const desk = await makeDesk(app);
  const ctx = { ...desk.adviser, idempotencyKey: 'pressed-twice' };
  const input = { enrolmentId: desk.enrolmentId, kind: 'mail' as const };
  expect(await logContact(ctx, input)).toEqual(await logContact(ctx, input));
  expect(await desk.read((tx) => contactsOf(tx, desk.enrolmentId))).toHaveLength(1);
});

test('refuses outsiders, the future, a stranger to the firm and an enterprise that has left', async () => {
  const desk = await makeDesk(app);
  const input = { enrolmentId: desk.enrolmentId, kind: 'call' as const };
  await expectWalls(desk, logContact, input);
  const stranger = await desk.world.person();
  for (const wrong of [
    { happenedAt: '2026-11-24T10:01:00.000Z' },
    { nextContactOn: '2026-11-24' },
    { withPersonId: stranger.id },
  ]) {
    await expect(logContact(desk.adviser, { ...input, ...wrong })).rejects.toMatchObject({
      code: 'invalid',
    });
  }
  const left = await makeDesk(app, { state: 'withdrawn' });
  await expect(
    logContact(left.adviser, { ...input, enrolmentId: left.enrolmentId }),
  ).rejects.toMatchObject({ code: 'precondition' });
});

test('after a missed appointment the next contact comes sooner, with the reason', async () => {
  const desk = await makeSessionDesk(app);
  await desk.log({
    startsAt: '2026-11-20T10:00:00.000Z',
    endsAt: '2026-11-20T11:00:00.000Z',
    enterprise: { attendance: 'no-show', reason: 'Nobody came.' },
  });
  const logged = await logContact(desk.adviser, { enrolmentId: desk.enrolmentId, kind: 'call' });
  expect(logged).toMatchObject({
    nextContactOn: '2026-12-01',
    because: 'an appointment was missed on 20 November 2026',
  });
  const row = () =>
    desk.read((tx) =>
      tx
        .selectFrom('enrolment')
        .select(['next_contact_on', 'next_contact_why'])
        .where('id', '=', desk.enrolmentId)
        .executeTakeFirstOrThrow(),
    );
  expect(await row()).toEqual({
    next_contact_on: '2026-12-01',
    next_contact_why: 'an appointment was missed on 20 November 2026',
  });
  await logContact(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    kind: 'call',
    nextContactOn: '2026-12-10',
  });
  expect(await row()).toEqual({ next_contact_on: '2026-12-10', next_contact_why: '' });
});
