import { z } from 'zod';
import { conflict, notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { type Actor, systemActor } from '../../../platform/permission.ts';
import { queueInvitation } from '../mails.ts';
import { peoplePermissions } from '../permissions.ts';
import { requireWaiting, waitingRequestForUpdate } from '../role-request-rows.ts';
import { mayConfirm, mayGrant } from '../role.ts';
import { addGrant, presentPersonForUpdate, rolesHeld } from '../store.ts';

/** Confirms a role that another person asked for; it holds from then on. Nobody confirms for themselves. */
export const confirmRole = command({
  name: 'confirm-role',
  permission: peoplePermissions.role.confirm,
  input: z.strictObject({ requestId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const request = await waitingRequestForUpdate(tx, input.requestId);
    const { personId, role, programmeId, requestedBy } = request;
    allow({ programmeId });
    const byId = ctx.actor.personId;
    if (byId === null || !mayConfirm(ctx.actor, { role, programmeId })) throw notFound('role');
    requireWaiting(request);
    if (byId === requestedBy) {
      throw precondition('You asked for this role yourself. Somebody else must confirm it.');
    }
    if (byId === personId) {
      throw precondition('This role would be yours. Somebody else must confirm it.');
    }
    const now = ctx.clock.now();
    // Who asked may have lost their own role since; what they may no longer give is not given.
    const grants = await rolesHeld(tx, requestedBy, now);
    const asker: Actor = { ...systemActor, kind: 'person', personId: requestedBy, grants };
    if (!mayGrant(asker, { role, programmeId })) {
      throw precondition('Whoever asked for this role may no longer give it. Refuse it.');
    }
    if (request.expiresAt !== null && request.expiresAt <= now) {
      throw precondition('The last day of this role has passed. Refuse it and ask for it anew.');
    }
    const person = await presentPersonForUpdate(tx, personId);
    const grantId = await addGrant(tx, ctx, {
      ...{ personId, role, programmeId, expiresAt: request.expiresAt },
      ...{ reason: request.reason ?? '', grantedBy: requestedBy, confirmedBy: byId },
    });
    if (grantId === null)
      throw conflict('This person holds this role already. Refuse the request.');
    await tx
      .updateTable('role_request')
      .set({ state: 'confirmed', answered_by: byId, answered_at: now })
      .where('id', '=', request.id)
      .execute();
    const mayInvite = request.isInvited && person.user_id === null && person.email !== null;
    if (mayInvite) await queueInvitation(tx, ctx, { ...person, email: person.email ?? '' });
    await audit({
      subject: ['person', personId],
      changes: { request: request.id, grant: grantId, role, programme: programmeId, requestedBy },
    });
    return { grantId };
  },
});
