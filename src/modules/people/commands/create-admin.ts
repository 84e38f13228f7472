import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { addInvitation } from '../mails.ts';
import { peoplePermissions } from '../permissions.ts';
import { mailAddress, personName } from '../person.ts';
import { queueRoleLetters } from '../role-letter.ts';
import { confirmersOf } from '../role-request-rows.ts';
import { addGrant } from '../store.ts';

/**
 * Makes somebody an administrator from the command line, such as after the last one left: a new person or the
 * one with this address. Other administrators and managers get a letter. Gives the account when there is one already, otherwise the link of an invitation.
 */
export const createAdmin = command({
  name: 'create-admin',
  permission: peoplePermissions.organisation.createAdmin,
  input: z.strictObject({ name: personName, email: mailAddress }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const known = await tx
      .selectFrom('person')
      .select(['id', 'name', 'user_id'])
      .where((where) => where(where.fn<string>('lower', ['email']), '=', input.email))
      .where('removed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    const personId = known?.id ?? newId();
    if (!known) {
      await tx
        .insertInto('person')
        .values({
          org_id: ctx.orgId,
          id: personId,
          name: input.name,
          email: input.email,
          created_at: ctx.clock.now(),
        })
        .execute();
    }
    const scope = { role: 'admin', programmeId: null } as const;
    const readers = await confirmersOf(tx, scope, [personId], ctx.clock.now());
    const grant = await addGrant(tx, ctx, { personId, ...scope });
    if (grant !== null) {
      const name = known?.name ?? input.name;
      const kind = 'role-given-on-server';
      await queueRoleLetters(tx, ctx, readers, { personId, name, kind, ...scope });
    }
    const userId = known?.user_id ?? null;
    const invited =
      userId === null
        ? await addInvitation(tx, ctx, {
            id: personId,
            name: known?.name ?? input.name,
            email: input.email,
          })
        : null;
    await audit({
      subject: ['person', personId],
      changes: { grant, invitation: invited?.invitationId ?? null },
    });
    return { personId, userId, url: invited?.url ?? null };
  },
});
