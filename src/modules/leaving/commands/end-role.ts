import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { auditsOf, letterTexts } from '../../matching/asks/ask.ts';
import { peoplePermissions } from '../../people/permissions.ts';
import { endingGrant, roleEnds } from '../../people/role-ends-step.ts';
import { roleConsequences } from '../role-consequences-step.ts';

/**
 * Takes a role from a person, with the reason; they are out at their next click. A mentor leaves the panel where no
 * mentor's role is left, with everything they were asked and matched for; an adviser's firms wait for another.
 */
export const endRole = command({
  name: 'end-role',
  permission: peoplePermissions.role.end,
  input: z.strictObject({
    grantId: z.uuid(),
    reason: z
      .string()
      .trim()
      .min(1, 'Say why the role ends.')
      .max(500, 'Use at most 500 characters.'),
    letters: letterTexts,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const grant = await endingGrant(tx, input.grantId);
    allow({ programmeId: grant.programme_id });
    await roleEnds(tx, ctx, grant, input.reason);
    const { because, gone, ...after } = await roleConsequences(tx, ctx, grant.person_id, {
      letters: input.letters,
      reason: input.reason,
      roles: [grant.role],
    });
    await audit({
      subject: ['person', grant.person_id],
      reason: input.reason,
      changes: {
        ...{ grant: grant.id, role: grant.role, programmeId: grant.programme_id },
        ...gone,
        ...after,
      },
    });
    for (const entry of auditsOf(gone, because)) await audit(entry);
    return { personId: grant.person_id };
  },
});
