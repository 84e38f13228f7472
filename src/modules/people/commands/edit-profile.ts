import { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { personFormColumns, reachFields } from '../person.ts';
import { peoplePermissions } from '../permissions.ts';
import { presentPersonForUpdate } from '../store.ts';

/** Changes one's own details in this organisation; whose is never asked of the form. */
export const editProfile = command({
  name: 'edit-profile',
  permission: peoplePermissions.profile.edit,
  input: z.strictObject({ version: z.int().positive(), ...reachFields }),
  async run({ ctx, tx, input, allow, audit }) {
    const { personId } = ctx.actor;
    if (personId === null) throw notFound('person');
    allow({ personId });
    const person = await presentPersonForUpdate(tx, personId);
    checkVersion(person, input.version, 'profile', ...personFormColumns);
    const version = person.version + 1;
    await tx
      .updateTable('person')
      .set({
        name: input.name,
        phone: input.phone || null,
        access_needs: input.accessNeeds || null,
        quiet_from: input.quietFrom,
        quiet_to: input.quietTo,
        version,
      })
      .where('id', '=', person.id)
      .execute();
    await audit({ subject: ['person', person.id], changes: { version } });
    return { version };
  },
});
