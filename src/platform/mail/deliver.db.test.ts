import { expect, test } from 'vitest';
import { createTestApp, drainJobs } from '../../../test/factories/app.ts';
import { openMailServer } from '../../../test/factories/mail-server.ts';
import { makeWorld } from '../../../test/factories/world.ts';
import { addMinutes } from '../../kernel/calendar.ts';
import { calendarFile } from '../calendar-files/calendar-file.ts';
import { sweepMail } from './deliver.ts';
import { type OutgoingMail, cancelMail, queueMail } from './outbox.ts';

const server = await openMailServer();
const app = await createTestApp({ smtpUrl: server.url });
const world = await makeWorld(app, { organisation: 'Coventry Growth Hub' });
const ctx = world.systemCtx();

function queue(more: Partial<OutgoingMail> = {}): Promise<string> {
  return app.database.tenant(world.orgId, (tx) =>
    queueMail(tx, ctx, {
      to: { address: 'asha@example.org', name: 'Asha Patel' },
      kind: 'test',
      subject: 'Your mentor',
      body: 'Meet Tom.\n\nhttp://localhost:3000/o/x',
      ...more,
    }),
  );
}

function rowOf(id: string) {
  return app.database.read(world.orgId, (tx) =>
    tx.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
}

function pass(minutes: number): void {
  app.clock.set(addMinutes(app.clock.now(), minutes));
}

test('sends a letter as text and as accessible HTML, from the organisation', async () => {
  const id = await queue();
  await drainJobs(app);
  const [letter] = server.taken();
  expect(letter?.recipients).toEqual(['asha@example.org']);
  expect(letter?.text).toContain(`Message-ID: <${id}@localhost>`);
  expect(letter?.text).toContain('From: Coventry Growth Hub <hub@example.org>');
  expect(letter?.text).toContain('text/plain');
  expect(letter?.text).toContain('<html lang=3D"en-GB">');
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
  await drainJobs(app);
  expect(server.taken()).toEqual([]);
});

test('a letter to what is no address stops nobody: it is kept as one that failed, with the reason', async () => {
  const id = await queue({ to: { address: 'dot..dotty@example.org', name: 'Dot Dotty' } });
  await drainJobs(app);
  expect(server.taken()).toEqual([]);
  expect(await rowOf(id)).toMatchObject({
    state: 'failed',
    last_error: expect.stringContaining('not an email address'),
  });
});

test('answers reach the adviser, whose number stands in the last line', async () => {
  const adviser = await world.person({ name: 'Grace Okafor', roles: ['adviser'] });
  await app.database.tenant(world.orgId, (tx) =>
    tx.updateTable('person').set({ phone: '07700 900456' }).where('id', '=', adviser.id).execute(),
  );
  const id = await queue({ answersTo: adviser.id });
  await drainJobs(app);
  const [letter] = server.taken();
  expect(letter?.text).toContain(`Reply-To: Grace Okafor <${adviser.email}>`);
  expect((await rowOf(id)).body).toMatch(
    /\n\nQuestions\? Ring Grace Okafor, 07700 900456, or answer this letter\.$/,
  );
});

test('answers reach nobody who was removed or is the reader', async () => {
  const adviser = await world.person({ roles: ['adviser'] });
  const to = { personId: adviser.id, address: adviser.email ?? '', name: adviser.name };
  await queue({ to, urgent: true, answersTo: adviser.id });
  await queue({ answersTo: adviser.id });
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('person')
      .set({ removed_at: app.clock.now() })
      .where('id', '=', adviser.id)
      .execute(),
  );
  await drainJobs(app);
  expect(server.taken().filter(({ text }) => text.includes('Reply-To'))).toEqual([]);
});

test('sends nothing when the command was rolled back', async () => {
  const undone = app.database.tenant(world.orgId, async (tx) => {
    await queueMail(tx, ctx, {
      to: { address: 'asha@example.org', name: 'Asha' },
      kind: 'test',
      subject: 'Never',
      body: 'Never',
    });
    throw new Error('refused');
  });
  await expect(undone).rejects.toThrow('refused');
  await drainJobs(app);
  expect(server.taken()).toEqual([]);
});

test('sends an invitation to the calendar with its method', async () => {
  const text = calendarFile({
    uid: 'meeting-1@localhost',
    sequence: 1,
    method: 'CANCEL',
    stamp: app.clock.now(),
    starts: '2026-12-01T10:00:00.000Z',
    ends: '2026-12-01T11:00:00.000Z',
    title: 'Mentoring',
    place: 'Video',
    organiser: { name: 'Hub', address: 'hub@example.org' },
    attendees: [],
  });
  await queue({ calendar: { text, method: 'CANCEL' } });
  await drainJobs(app);
  expect(server.taken()[0]?.text).toMatch(/text\/calendar; charset=utf-8; method=CANCEL/);
});

test('keeps header lines out of names and subjects', async () => {
  await queue({
    to: { address: 'asha@example.org', name: 'Asha\r\nBcc: evil@example.org' },
    subject: 'Hello\r\nBcc: evil@example.org\u2028X',
  });
  await drainJobs(app);
  const [letter] = server.taken();
  expect(letter?.recipients).toEqual(['asha@example.org']);
  expect(letter?.text).not.toMatch(/^Bcc:/m);
});

test('an odd address gets no letter, whatever the server would make of it', async () => {
  const id = await queue({ to: { address: '"a@evil.example"@example.org', name: 'A' } });
  await drainJobs(app);
  expect(server.taken()).toEqual([]);
  expect(await rowOf(id)).toMatchObject({ state: 'failed', attempts: 0 });
});

test('tries again when the server is busy, and sends once', async () => {
  server.answer({ code: 451, times: 2 });
  const id = await queue();
  await drainJobs(app);
  expect(await rowOf(id)).toMatchObject({ state: 'queued', attempts: 1 });
  pass(1);
  await sweepMail(app);
  await drainJobs(app);
  expect(await rowOf(id)).toMatchObject({ attempts: 2 });
  pass(2);
  await sweepMail(app);
  await drainJobs(app);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 3, last_error: null });
  expect(server.taken()).toHaveLength(1);
});

test('tells staff why a recipient was refused, and does not repeat it', async () => {
  server.answer({ code: 550, times: 1 });
  const id = await queue();
  await drainJobs(app);
  const row = await rowOf(id);
  expect(row).toMatchObject({ state: 'failed', attempts: 1 });
  expect(row.last_error).toContain('550');
  pass(600);
  await sweepMail(app);
  await drainJobs(app);
  expect(server.taken()).toEqual([]);
});

test('sends once when the server comes back after a day', async () => {
  await server.close();
  const id = await queue();
  for (let hours = 0; hours < 24; hours += 4) {
    await sweepMail(app);
    await drainJobs(app);
    pass(240);
  }
  expect(await rowOf(id)).toMatchObject({ state: 'queued', attempts: 6 });
  await server.open();
  await sweepMail(app);
  await drainJobs(app);
  expect(await rowOf(id)).toMatchObject({ state: 'sent' });
  expect(server.taken()).toHaveLength(1);
});

test('does not send what has become pointless', async () => {
  server.answer({ code: 451, times: 1 });
  const id = await queue({ giveUpAt: addMinutes(app.clock.now(), 30) });
  await drainJobs(app);
  pass(31);
  await sweepMail(app);
  await drainJobs(app);
  expect(await rowOf(id)).toMatchObject({
    state: 'failed',
    last_error: 'It could not be sent in time.',
  });
  expect(server.taken()).toEqual([]);
});

test('sends again under the same name when the sender died half-way', async () => {
  const id = await queue();
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('mail')
      .set({ state: 'sending', not_before: addMinutes(app.clock.now(), 10) })
      .where('id', '=', id)
      .execute(),
  );
  await drainJobs(app);
  expect(server.taken()).toEqual([]);
  pass(10);
  await sweepMail(app);
  await drainJobs(app);
  expect(server.taken()[0]?.text).toContain(`Message-ID: <${id}@localhost>`);
});

test('holds a letter in the recipient’s quiet hours unless it is urgent', async () => {
  app.clock.set('2026-12-05T21:30:00.000Z');
  const person = await world.person({ quietFrom: '20:00', quietTo: '08:00' });
  const to = { personId: person.id, address: person.email ?? '', name: person.name };
  const held = await queue({ to });
  const urgent = await queue({ to, urgent: true });
  await drainJobs(app);
  expect(server.taken()).toHaveLength(1);
  expect(await rowOf(urgent)).toMatchObject({ state: 'sent' });
  expect(await rowOf(held)).toMatchObject({ not_before: '2026-12-06T08:00:00.000Z' });
  app.clock.set('2026-12-06T08:00:00.000Z');
  await sweepMail(app);
  await drainJobs(app);
  expect(await rowOf(held)).toMatchObject({ state: 'sent' });
  expect(server.taken()).toHaveLength(1);
});

test('takes back a letter that has not left', async () => {
  const about = ['match', world.programme.id] as const;
  const id = await queue({ about, notBefore: addMinutes(app.clock.now(), 60) });
  const count = await app.database.tenant(world.orgId, (tx) => cancelMail(tx, about[1]));
  pass(61);
  await sweepMail(app);
  await drainJobs(app);
  expect(count).toBe(1);
  expect(await rowOf(id)).toMatchObject({ state: 'cancelled' });
  expect(server.taken()).toEqual([]);
});

test('sends one letter once when many workers reach for it', async () => {
  const id = await queue();
  const { sendDueMail } = await import('./deliver.ts');
  await Promise.all(Array.from({ length: 8 }, () => sendDueMail(app, world.orgId, id)));
  expect(server.taken()).toHaveLength(1);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
});
