import { newId } from '../../src/kernel/ids.ts';
import type { Role } from '../../src/platform/permission.ts';
import type { Ground } from './world.ts';

export interface PersonTraits {
  readonly name?: string;
  readonly email?: string | null;
  /** Held in every programme of the organisation unless `programmeId` says otherwise. */
  readonly roles?: readonly Role[];
  /** Limits the roles to one programme. */
  readonly programmeId?: string | null;
  readonly userId?: string;
  readonly quietFrom?: string;
  readonly quietTo?: string;
}

export interface MadePerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

const names = ['Asha Patel', 'Tom Reilly', 'Grace Okafor', 'Wen Li', 'Marta Nowak', 'Idris Khan'];
let counter = 0;

/** A person with roles; by default a name of their own and a mail address. */
export async function makePerson(ground: Ground, traits: PersonTraits = {}): Promise<MadePerson> {
  const { app, org } = ground;
  counter += 1;
  const id = newId();
  const name = traits.name ?? `${names[counter % names.length]} ${counter}`;
  const email = traits.email === undefined ? `person${counter}@example.org` : traits.email;
  await app.database.tenant(org.orgId, async (tx) => {
    await tx
      .insertInto('person')
      .values({
        org_id: org.orgId,
        id,
        name,
        email,
        user_id: traits.userId ?? null,
        quiet_from: traits.quietFrom ?? '20:00',
        quiet_to: traits.quietTo ?? '08:00',
      })
      .execute();
    for (const role of traits.roles ?? []) {
      await tx
        .insertInto('role_grant')
        .values({
          org_id: org.orgId,
          id: newId(),
          person_id: id,
          role,
          programme_id: traits.programmeId ?? null,
          granted_at: app.clock.now(),
        })
        .execute();
    }
  });
  return { id, name, email };
}
