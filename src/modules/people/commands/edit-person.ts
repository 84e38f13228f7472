import { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { revokePages } from '../../../platform/links.ts';
import { refuseKnownAddress } from '../known-address-step.ts';
import { optionalMailAddress, personFormColumns, reachFields } from '../person.ts';
import { peoplePermissions } from '../permissions.ts';
import { rolesAwaited } from '../role-request-rows.ts';
import { mayManage } from '../role.ts';
import { presentPersonForUpdate, revokeWaitingInvitations, rolesHeld } from '../store.ts';
import { requireNoFirmElsewhere, requireVisible } from '../visible-rows.ts';

/**
 * Changes what the organisation knows of a person. The address here is where letters go; the address somebody
 * signs in with belongs to their account and is not touched. A waiting invitation to the old address ends.
 */
export const editPerson = command({
  name: 'edit-person',
  permission: peoplePermissions.person.edit,
  input: z.strictObject({
    personId: z.uuid(),
    version: z.int().positive(),
    email: optionalMailAddress,
    ...reachFields,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    await requireVisible(tx, ctx.actor, input.personId);
    const person = await presentPersonForUpdate(tx, input.personId);
    const now = ctx.clock.now();
    const roles = [
      ...(await rolesHeld(tx, person.id, now)),
      ...(await rolesAwaited(tx, person.id)),
    ];
    if (!mayManage(ctx.actor, roles)) throw notFound('person');
    await requireNoFirmElsewhere(tx, ctx.actor, person.id);
    checkVersion(person, input.version, 'person', ...personFormColumns);
    const email = input.email || null;
    if (email !== person.email && email !== null)
      await refuseKnownAddress(tx, ctx, email, person.id);
    if (email !== person.email) {
      await revokeWaitingInvitations(tx, person.id, now);
      // Letters that lie in the old mailbox open nothing any more.
      await revokePages(tx, ctx, person.id);
    }
    const version = person.version + 1;
    await tx
      .updateTable('person')
      .set({
        name: input.name,
        email,
        phone: input.phone || null,
        access_needs: input.accessNeeds || null,
        quiet_from: input.quietFrom,
        quiet_to: input.quietTo,
        version,
      })
      .where('id', '=', person.id)
      .execute();
    await audit({
      subject: ['person', person.id],
      changes: {
        version,
        isNameChanged: input.name !== person.name,
        isAddressChanged: email !== person.email,
      },
    });
    return { personId: person.id, version };
  },
});
