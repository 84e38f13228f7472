import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { conflict, invalid, notFound } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { roles } from '../../../platform/permission.ts';
import { endOfDay } from '../expiry.ts';
import { giveRole } from '../give-role-step.ts';
import { peoplePermissions } from '../permissions.ts';
import { mayGrant, roleProblems } from '../role.ts';
import { presentPersonForUpdate, requireProgramme, rolesHeld } from '../store.ts';
import { requireVisible } from '../visible-rows.ts';

/**
 * Gives a person a role, in one programme or in all; nobody gives a role above their own, or to themselves alone.
 * One that needs two people waits until a second one confirms it.
 */
export const grantRole = command({
  name: 'grant-role',
  permission: peoplePermissions.role.grant,
  input: z.strictObject({
    personId: z.uuid(),
    role: z.enum(roles, 'Choose a role.'),
    programmeId: z.uuid('Choose a programme from the list.').nullable(),
    expiresOn: z.string().refine(isCalendarDate, 'Enter a real date.').nullable().default(null),
    reason: z.string().trim().max(500, 'Use at most 500 characters.').default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    if (!mayGrant(ctx.actor, input)) throw notFound('role');
    await requireVisible(tx, ctx.actor, input.personId);
    const person = await presentPersonForUpdate(tx, input.personId);
    const problems = roleProblems(input, ctx.clock.today(ctx.org.zone));
    if (Object.keys(problems).length > 0) throw invalid(problems);
    await requireProgramme(tx, input.programmeId);
    const expiresAt = input.expiresOn && endOfDay(input.expiresOn, ctx.org.zone);
    const held = await rolesHeld(tx, person.id, ctx.clock.now());
    if (held.some((one) => one.role === input.role && one.programmeId === input.programmeId)) {
      throw conflict('This person holds this role already.');
    }
    const { name } = person;
    const given = await giveRole(tx, ctx, { ...input, name, expiresAt, isInvited: false });
    await audit({
      subject: ['person', person.id],
      ...(input.reason === '' ? {} : { reason: input.reason }),
      changes: {
        grant: given.grantId,
        request: given.requestId,
        isAlone: given.isAlone,
        role: input.role,
        programme: input.programmeId,
        expiresOn: input.expiresOn,
      },
    });
    return { grantId: given.grantId, requestId: given.requestId };
  },
});
