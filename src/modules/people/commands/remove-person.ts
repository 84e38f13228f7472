import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { endSessions } from '../../../platform/auth/account-sessions.ts';
import { command } from '../../../platform/command.ts';
import { peoplePermissions } from '../permissions.ts';
import { keepAnAdmin, presentPersonForUpdate, revokeWaitingInvitations } from '../store.ts';

/**
 * Takes a person out of the organisation: roles, invitations, links and sessions end. What they did stays
 * in the records under their name.
 */
export const removePerson = command({
  name: 'remove-person',
  permission: peoplePermissions.person.remove,
  input: z.strictObject({
    personId: z.uuid(),
    reason: z
      .string()
      .trim()
      .min(1, 'Say why, in a few words.')
      .max(500, 'Use at most 500 characters.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const person = await presentPersonForUpdate(tx, input.personId);
    if (person.id === ctx.actor.personId) {
      throw precondition('You cannot remove yourself. Ask another administrator.');
    }
    const now = ctx.clock.now();
    await keepAnAdmin(tx, person.id, now);
    await tx
      .updateTable('role_grant')
      .set({ ended_at: now, ended_by: ctx.actor.personId, reason: input.reason })
      .where('person_id', '=', person.id)
      .where('ended_at', 'is', null)
      .execute();
    await tx
      .updateTable('role_request')
      .set({ state: 'withdrawn', answered_by: ctx.actor.personId, answered_at: now })
      .where((where) =>
        where.or([where('person_id', '=', person.id), where('requested_by', '=', person.id)]),
      )
      .where('state', '=', 'waiting')
      .execute();
    await revokeWaitingInvitations(tx, person.id, now);
    await tx
      .updateTable('link')
      .set({ revoked_at: now })
      .where('person_id', '=', person.id)
      .where('revoked_at', 'is', null)
      .execute();
    await tx
      .updateTable('person')
      .set({ removed_at: now, version: person.version + 1 })
      .where('id', '=', person.id)
      .execute();
    if (person.user_id !== null) await endSessions(tx, person.user_id);
    await audit({ subject: ['person', person.id], reason: input.reason });
    return { personId: person.id };
  },
});
