import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestApp, drainJobs } from '../../../test/factories/app.ts';
import { openMailServer } from '../../../test/factories/mail-server.ts';
import { queueAccountLetter, sweepAccountLetters } from './account-letters.ts';

const server = await openMailServer();
const app = await createTestApp({ smtpUrl: server.url });
const letter = {
  address: 'wen@example.org',
  subject: 'Your link',
  body: 'secret-link',
  minutes: 10,
};

const waiting = async () => {
  const found = await app.database.anonymous((tx) =>
    sql<{ body: string }>`select l.body from auth.letter l`.execute(tx),
  );
  return found.rows;
};

async function later(minutes: number): Promise<void> {
  app.clock.set(new Date(Date.parse(app.clock.now()) + minutes * 60_000).toISOString());
  await sweepAccountLetters(app);
  await drainJobs(app);
}

test('a letter about an account waits, sealed, while the mail server is away', async () => {
  await server.close();
  await queueAccountLetter(app, letter);
  await drainJobs(app);
  const [kept] = await waiting();
  expect(kept?.body).toBeDefined();
  expect(kept?.body).not.toContain('secret-link');
  await server.open();
  await later(3);
  expect(server.taken().map(({ text }) => text.includes('secret-link'))).toEqual([true]);
  expect(await waiting()).toEqual([]);
});

test('a letter whose link has run out is not sent any more', async () => {
  server.answer({ code: 451, times: 1 });
  await queueAccountLetter(app, letter);
  await drainJobs(app);
  expect(await waiting()).toHaveLength(1);
  await later(11);
  expect(server.taken()).toEqual([]);
  expect(await waiting()).toEqual([]);
});

test('two workers send a letter once', async () => {
  await queueAccountLetter(app, letter);
  await sweepAccountLetters(app);
  await Promise.all([drainJobs(app), drainJobs(app)]);
  expect(server.taken()).toHaveLength(1);
});
