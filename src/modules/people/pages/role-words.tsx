import type { Role } from '../../../platform/permission.ts';
import { roleLabels } from '../role.ts';

/** Roles with the programme they are limited to, one below the other. */
export function RoleWords({
  roles,
}: {
  roles: readonly { role: Role; programme: string | null }[];
}) {
  if (roles.length === 0) return <>None</>;
  return (
    <div>
      {roles.map(({ role, programme }) => (
        <div key={`${role} ${programme}`}>
          {roleLabels[role]}
          {programme === null ? null : ` in ${programme}`}
        </div>
      ))}
    </div>
  );
}
