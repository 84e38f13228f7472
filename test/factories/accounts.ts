import { createAccount, hashPassword } from '../../src/platform/auth/account.ts';
import type { TestApp } from './app.ts';
import type { World } from './world.ts';

export const usualPassword = 'eleven green bottles on a wall';

let counter = 0;

/** An account that can sign in, belonging to no organisation yet. */
export async function makeAccount(
  app: TestApp,
  email?: string,
): Promise<{ userId: string; email: string }> {
  counter += 1;
  const address = email ?? `account${counter}@example.org`;
  const passwordHash = await hashPassword(app.auth, usualPassword);
  const userId = await app.database.anonymous((tx) =>
    createAccount(tx, { email: address, name: 'Account', passwordHash, at: app.clock.now() }),
  );
  if (userId === null) throw new Error(`${address} has an account already`);
  return { userId, email: address };
}

/** Signs an account in once more; gives the cookie a browser would send. */
export async function signInAs(
  app: TestApp,
  email: string,
  password = usualPassword,
): Promise<string> {
  const answer = await app.auth.api.signInEmail({ body: { email, password }, asResponse: true });
  if (!answer.ok) throw new Error(`signing in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** How many devices an account is signed in on. */
export async function countSessions(app: TestApp, cookie: string): Promise<number> {
  const found = await app.auth.api.getSession({ headers: new Headers({ cookie }) });
  if (!found) return 0;
  return (await app.auth.api.listSessions({ headers: new Headers({ cookie }) })).length;
}

/** The secret in the newest letter to an address. */
export async function secretMailedTo(world: World, address: string): Promise<string> {
  const letter = await world.app.database.read(world.orgId, (tx) =>
    tx
      .selectFrom('mail')
      .select('body')
      .where('to_address', '=', address)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  );
  const secret = /\/(?:link|l\/[\w-]+)\/([\w-]{20,})/.exec(letter.body)?.[1];
  if (secret === undefined) throw new Error('there is no link in the letter');
  return secret;
}

/** Actions in the organisation's audit log about one subject, oldest first. */
export async function auditOf(world: World, subjectId: string): Promise<string[]> {
  const rows = await world.app.database.read(world.orgId, (tx) =>
    tx
      .selectFrom('audit')
      .select('action')
      .where('subject_id', '=', subjectId)
      .orderBy('seq')
      .execute(),
  );
  return rows.map((row) => row.action);
}
