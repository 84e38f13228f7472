import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { revokePages } from '../../../platform/links.ts';
import { peoplePermissions } from '../permissions.ts';
import { presentPersonForUpdate } from '../store.ts';

/** Ends every link by which a person acts without signing in, such as after a letter went astray. */
export const endPersonLinks = command({
  name: 'end-person-links',
  permission: peoplePermissions.person.endLinks,
  input: z.strictObject({ personId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const person = await presentPersonForUpdate(tx, input.personId);
    const ended = await revokePages(tx, ctx, person.id);
    await audit({ subject: ['person', person.id], changes: { ended } });
    return { ended };
  },
});
