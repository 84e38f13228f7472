import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { roles } from '../../../platform/permission.ts';
import { endOfDay } from '../expiry.ts';
import { giveRole } from '../give-role-step.ts';
import { queueInvitation } from '../mails.ts';
import { refuseKnownAddress } from '../known-address-step.ts';
import { mailAddress, personName } from '../person.ts';
import { peoplePermissions } from '../permissions.ts';
import { mayGrant, roleProblems } from '../role.ts';
import { requireProgramme } from '../store.ts';

/**
 * Adds a person with one role and, when wished, invites them; a role that needs two people waits, and the
 * invitation with it. An address that belongs to somebody here is
 * refused: their page is the place to give another role.
 */
export const addPerson = command({
  name: 'add-person',
  permission: peoplePermissions.person.add,
  input: z.strictObject({
    name: personName,
    email: mailAddress,
    phone: z.string().trim().max(50, 'Use at most 50 characters.').default(''),
    role: z.enum(roles, 'Choose a role.'),
    programmeId: z.uuid('Choose a programme from the list.').nullable(),
    expiresOn: z.string().refine(isCalendarDate, 'Enter a real date.').nullable().default(null),
    isInvited: z.boolean(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    if (!mayGrant(ctx.actor, input)) throw notFound('role');
    const problems = roleProblems(input, ctx.clock.today(ctx.org.zone));
    if (Object.keys(problems).length > 0) throw invalid(problems);
    await requireProgramme(tx, input.programmeId);
    await refuseKnownAddress(tx, ctx, input.email);
    const personId = newId();
    await tx
      .insertInto('person')
      .values({
        org_id: ctx.orgId,
        id: personId,
        name: input.name,
        email: input.email,
        phone: input.phone || null,
        created_at: ctx.clock.now(),
      })
      .execute();
    const expiresAt = input.expiresOn && endOfDay(input.expiresOn, ctx.org.zone);
    const given = await giveRole(tx, ctx, { ...input, personId, expiresAt, reason: '' });
    // Whoever has no role yet would see nothing: the invitation waits with it.
    if (input.isInvited && given.requestId === null)
      await queueInvitation(tx, ctx, { id: personId, ...input });
    await audit({
      subject: ['person', personId],
      changes: {
        role: input.role,
        programme: input.programmeId,
        expiresOn: input.expiresOn,
        isInvited: input.isInvited,
        request: given.requestId,
        isAlone: given.isAlone,
      },
    });
    return { personId, requestId: given.requestId };
  },
});
