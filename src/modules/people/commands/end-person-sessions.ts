import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { endSessions } from '../../../platform/auth/account-sessions.ts';
import { command } from '../../../platform/command.ts';
import { peoplePermissions } from '../permissions.ts';
import { presentPersonForUpdate } from '../store.ts';

/** Signs a person out everywhere, such as after a lost laptop; they can sign in again. */
export const endPersonSessions = command({
  name: 'end-person-sessions',
  permission: peoplePermissions.person.endSessions,
  input: z.strictObject({ personId: z.uuid() }),
  async run({ tx, input, allow, audit }) {
    allow({});
    const person = await presentPersonForUpdate(tx, input.personId);
    if (person.user_id === null) throw precondition('This person has no account yet.');
    const ended = await endSessions(tx, person.user_id);
    await audit({ subject: ['person', person.id], changes: { ended } });
    return { ended };
  },
});
