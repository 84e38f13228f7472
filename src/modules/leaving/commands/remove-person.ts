import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { personLeavesFirms } from '../../enterprises/person-leaves-firms-step.ts';
import { auditsOf, letterTexts } from '../../matching/asks/ask.ts';
import { moveShortlists } from '../../matching/asks/move-shortlists-step.ts';
import { peoplePermissions } from '../../people/permissions.ts';
import { personLeaves } from '../../people/person-leaves-step.ts';
import { roleConsequences } from '../role-consequences-step.ts';

/**
 * Takes a person out of the organisation: roles, invitations, links and sessions end, letters to them are taken back,
 * and with the roles goes what hung on them. Of a firm's people the next one speaks for it. What they did stays in
 * the records under their name.
 */
export const removePerson = command({
  name: 'remove-person',
  permission: peoplePermissions.person.remove,
  input: z.strictObject({
    personId: z.uuid(),
    reason: z
      .string()
      .trim()
      .min(1, 'Say why the person is removed.')
      .max(500, 'Use at most 500 characters.'),
    letters: letterTexts,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const { personId, reason, letters } = input;
    await personLeaves(tx, ctx, personId, reason);
    const { because, gone, ...after } = await roleConsequences(tx, ctx, personId, {
      letters,
      reason,
      roles: ['mentor', 'adviser'],
    });
    const firms = await personLeavesFirms(tx, ctx, personId);
    const moved = await moveShortlists(tx, ctx, firms);
    await audit({
      subject: ['person', personId],
      reason,
      changes: { ...gone, ...after, firms, movedShortlists: moved },
    });
    for (const entry of auditsOf(gone, because)) await audit(entry);
    return { personId };
  },
});
