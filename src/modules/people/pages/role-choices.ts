import { type Actor, type Role, roles } from '../../../platform/permission.ts';
import { grantableRoles, mayGrant } from '../role.ts';

interface Choices {
  roles: Role[];
  programmes: { id: string; name: string }[];
  allLabel: string | null;
}

/** What the actor may choose from when giving a role. */
export function roleChoices(
  actor: Actor,
  programmes: readonly { id: string; name: string }[],
): Choices {
  const everywhere = roles.some((role) => mayGrant(actor, { role, programmeId: null }));
  return {
    roles: grantableRoles(actor),
    programmes: programmes.filter(({ id }) =>
      roles.some((role) => mayGrant(actor, { role, programmeId: id })),
    ),
    allLabel: everywhere ? 'In the whole organisation' : null,
  };
}
