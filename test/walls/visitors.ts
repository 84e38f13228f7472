import { createAccount, hashPassword } from '../../src/platform/auth/account.ts';
import type { Permission, Role } from '../../src/platform/permission.ts';
import { signInAs, usualPassword } from '../factories/accounts.ts';
import type { World } from '../factories/world.ts';

/** What a page or a text is about; it decides whose own it can be. */
export type About = 'organisation' | 'programme' | 'enterprise' | 'mentor' | 'person';

export type Reach = 'organisation' | 'programme' | 'another programme' | 'ended' | 'foreign';

/** Somebody who knocks at every page, described without the code under test. */
export interface Visitor {
  readonly name: string;
  readonly role: Role | null;
  readonly reach: Reach;
  /** What is the visitor's own: the firm (as its own, or as presently matched), the mentor's profile. */
  readonly owns: ReadonlySet<'enterprise' | 'mentor'>;
  /** What the pages of one's own need: being a mentor at all, belonging to a firm at all. */
  readonly is: ReadonlySet<'mentor' | 'participant'>;
  readonly personId: string | null;
  readonly cookie: string;
}

/** Whether the permission table lets the visitor do this to the record of the programme under test. */
export function isGranted(visitor: Visitor, permission: Permission, about: About): boolean {
  if (visitor.role === null || visitor.reach === 'ended' || visitor.reach === 'foreign') {
    return false;
  }
  const isNear = visitor.reach !== 'another programme';
  switch (permission.grants[visitor.role]) {
    case 'organisation':
      return about !== 'person' || isNear;
    case 'programme':
      return about === 'organisation' || isNear;
    case 'own':
      return about === 'mentor'
        ? visitor.role === 'mentor' && visitor.owns.has('mentor')
        : about === 'enterprise' && visitor.owns.has('enterprise');
    default:
      return false;
  }
}

let hash: string | null = null;

/** An account for the person; the cookie that their browser would send. */
export async function cookieFor(
  world: World,
  person: { id: string; name: string; email: string | null },
): Promise<string> {
  const email = person.email ?? '';
  hash ??= await hashPassword(world.app.auth, usualPassword);
  const made = { email, name: person.name, passwordHash: hash, at: world.app.clock.now() };
  await world.app.database.tenant(world.orgId, async (tx) => {
    const userId = await createAccount(tx, made);
    if (userId === null) throw new Error(`${email} has an account already`);
    await tx.updateTable('person').set({ user_id: userId }).where('id', '=', person.id).execute();
  });
  return signInAs(world.app, email);
}
