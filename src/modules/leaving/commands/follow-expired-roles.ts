import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { auditsOf } from '../../matching/asks/ask.ts';
import { endExpiredGrants } from '../../people/role-ends-step.ts';
import { leavingPermissions } from '../permissions.ts';
import { roleConsequences } from '../role-consequences-step.ts';

/**
 * Run by a job: roles of mentors and advisers that have run out are ended, with everything that hung on them. `only`
 * is the id of one person: the job takes each by itself, so that one that fails keeps no other role alive.
 */
export const followExpiredRoles = command({
  name: 'follow-expired-roles',
  permission: leavingPermissions.expiredRole.follow,
  input: z.strictObject({ only: z.uuid().nullable().default(null) }),
  async run({ ctx, tx, input: { only }, allow, audit }) {
    allow({});
    const ended = await endExpiredGrants(tx, ctx, ['mentor', 'adviser'], only);
    for (const { personId, roles } of ended) {
      const reason = 'The role has run out.';
      const { because, gone, ...after } = await roleConsequences(tx, ctx, personId, {
        ...{ letters: {}, reason, roles },
      });
      await audit({ subject: ['person', personId], reason, changes: { roles, ...gone, ...after } });
      for (const entry of auditsOf(gone, because)) await audit(entry);
    }
    if (ended.length === 0) await audit({ subject: ['person', null] });
    return { people: ended.length };
  },
});
