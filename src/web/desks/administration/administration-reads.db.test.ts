import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { newId } from '../../../kernel/ids.ts';
import { refusedLetters, rolesThatEndSoon } from './administration-reads.ts';

const app = await createTestApp();
const now = '2026-11-24T10:00:00.000Z';

test('a role that runs out within thirty days is seen, the first first; one that has ended is not', async () => {
  const world = await makeWorld(app);
  const until = async (expiresAt: string, endedAt: string | null = null) => {
    const person = await world.person({ roles: ['auditor'] });
    await app.database.tenant(world.orgId, (tx) =>
      tx
        .updateTable('role_grant')
        .set({ expires_at: expiresAt, ended_at: endedAt })
        .where('person_id', '=', person.id)
        .execute(),
    );
    return person.id;
  };
  const last = await until('2026-12-24T10:00:00.000Z');
  const first = await until('2026-11-24T10:00:01.000Z');
  await until('2026-12-24T10:00:01.000Z');
  await until('2026-11-24T10:00:00.000Z');
  await until('2026-12-01T10:00:00.000Z', '2026-11-20T10:00:00.000Z');
  const soon = await app.database.read(world.orgId, (tx) => rolesThatEndSoon(tx, now));
  expect(soon.map(({ personId }) => personId)).toEqual([first, last]);
});

test('letters that were refused in the last ninety days are seen, the latest first', async () => {
  const world = await makeWorld(app);
  const letter = (createdAt: string, state: 'failed' | 'sent') =>
    app.database.tenant(world.orgId, (tx) =>
      tx
        .insertInto('mail')
        .values({
          ...{ org_id: world.orgId, id: newId(), state, kind: 'role-given', body: 'x' },
          ...{ to_address: 'helen@nowhere.example', to_name: 'Helen Sykes', subject: createdAt },
          ...{ last_error: '550 no such user', created_at: createdAt },
        })
        .execute(),
    );
  await letter('2026-08-26T10:00:00.000Z', 'failed');
  await letter('2026-08-26T10:00:01.000Z', 'failed');
  await letter('2026-11-20T10:00:00.000Z', 'failed');
  await letter('2026-11-21T10:00:00.000Z', 'sent');
  const refused = await app.database.read(world.orgId, (tx) => refusedLetters(tx, now));
  expect(refused).toMatchObject([
    { subject: '2026-11-20T10:00:00.000Z', to: 'Helen Sykes', why: '550 no such user' },
    { subject: '2026-08-26T10:00:01.000Z' },
  ]);
});
