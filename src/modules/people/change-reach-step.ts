import { checkVersion } from '../../platform/command.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { refuseKnownAddress } from './known-address-step.ts';
import { presentPersonForUpdate, revokeWaitingInvitations } from './store.ts';
import { requireNoFirmElsewhere } from './visible-rows.ts';

interface Reach {
  name: string;
  /** In lower case. */
  email: string;
  phone: string;
}

interface ReachChange {
  personId: string;
  /** As the form was loaded. */
  version: number;
  /** Null leaves the details alone and counts the version up. */
  reach: Reach | null;
  /** False for whoever must not learn which addresses are known here. */
  refusesKnown: boolean;
}

/**
 * Changes how a person is reached, under the lock of their row. A waiting invitation to the old address ends;
 * what they sign in with stays. Whether the actor may is decided by the command.
 */
export async function changeReach(tx: Tx, ctx: Ctx, change: ReachChange) {
  const person = await presentPersonForUpdate(tx, change.personId);
  checkVersion(person, change.version, 'person', 'name', 'email', 'phone');
  const version = person.version + 1;
  const stored = { name: person.name, email: person.email ?? '', phone: person.phone ?? '' };
  const reach = change.reach ?? stored;
  if (change.reach) await requireNoFirmElsewhere(tx, ctx.actor, person.id);
  const isAddressChanged = reach.email !== stored.email;
  if (isAddressChanged) {
    if (reach.email !== '' && change.refusesKnown) {
      await refuseKnownAddress(tx, ctx, reach.email, person.id);
    }
    await revokeWaitingInvitations(tx, person.id, ctx.clock.now());
  }
  await tx
    .updateTable('person')
    .set({ name: reach.name, email: reach.email || null, phone: reach.phone || null, version })
    .where('id', '=', person.id)
    .execute();
  return {
    version,
    isNameChanged: reach.name !== stored.name,
    isAddressChanged,
    isPhoneChanged: reach.phone !== stored.phone,
  };
}
