import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { makeWorld } from '../../../test/factories/world.ts';
import { mailboxOf } from './mailbox.ts';
import { queueMail } from './outbox.ts';

const app = await createTestApp();

test('a letter is found by whom it went to, its subject or its words, and by no other organisation', async () => {
  const world = await makeWorld(app);
  const elsewhere = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  for (const [name, subject] of [
    ['Beth Avery', 'Please confirm your session'],
    ['David Achebe', 'Can you help 100 % Kiosk?'],
  ] as const) {
    const address = `${name.toLowerCase().replace(' ', '.')}@example.org`;
    await app.database.tenant(world.orgId, (tx) =>
      queueMail(tx, admin, { to: { address, name }, kind: 'test', subject, body: `Dear ${name}` }),
    );
  }
  const found = async (search: string, orgId = world.orgId, page = 1, pageSize = 50) => {
    const query = { search, page, pageSize };
    const { letters, total } = await app.database.read(orgId, (tx) => mailboxOf(tx, query));
    return [total, ...letters.map(({ toName }) => toName)];
  };
  expect(await found('')).toEqual([2, 'David Achebe', 'Beth Avery']);
  expect(await found('avery@')).toEqual([1, 'Beth Avery']);
  expect(await found('CONFIRM')).toEqual([1, 'Beth Avery']);
  expect(await found('dear david')).toEqual([1, 'David Achebe']);
  expect(await found('100 %')).toEqual([1, 'David Achebe']);
  expect(await found('%%')).toEqual([0]);
  expect(await found('', world.orgId, 2, 1)).toEqual([2, 'Beth Avery']);
  expect(await found('', elsewhere.orgId)).toEqual([0]);
});
