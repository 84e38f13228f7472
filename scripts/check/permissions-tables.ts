import { diagnosisPermissions } from '../../src/modules/diagnosis/permissions.ts';
import { enterprisePermissions } from '../../src/modules/enterprises/permissions.ts';
import { impactPermissions } from '../../src/modules/impact/permissions.ts';
import { intakePermissions } from '../../src/modules/intake/permissions.ts';
import { leavingPermissions } from '../../src/modules/leaving/permissions.ts';
import { matchingPermissions } from '../../src/modules/matching/permissions.ts';
import { mentorPermissions } from '../../src/modules/mentors/permissions.ts';
import { peoplePermissions } from '../../src/modules/people/permissions.ts';
import { programmePermissions } from '../../src/modules/programmes/permissions.ts';
import { sessionPermissions } from '../../src/modules/sessions/permissions.ts';
import { type Permission, type Relation, roles } from '../../src/platform/permission.ts';

type Part = Readonly<Record<string, Readonly<Record<string, Permission>>>>;

/** Every module's part, from bottom to top. */
export const permissionParts: Readonly<Record<string, Part>> = {
  people: peoplePermissions,
  programmes: programmePermissions,
  enterprises: enterprisePermissions,
  intake: intakePermissions,
  mentors: mentorPermissions,
  diagnosis: diagnosisPermissions,
  matching: matchingPermissions,
  sessions: sessionPermissions,
  impact: impactPermissions,
  leaving: leavingPermissions,
};

const signs: Readonly<Record<Relation, string>> = {
  organisation: 'all',
  programme: 'prog',
  own: 'own',
};

/** The tables of docs/permissions.md: for each module what can be done, and by whom. */
export function permissionsTables(): string {
  const who = [...roles, 'public'] as const;
  return Object.entries(permissionParts)
    .map(([name, part]) =>
      [
        `## ${name}`,
        '',
        `| | ${who.join(' | ')} |`,
        `|---|${'---|'.repeat(who.length)}`,
        ...Object.values(part).flatMap((actions) =>
          Object.values(actions).map(({ resource, action, grants }) => {
            const cells = who.map((one) => {
              const relation = grants[one];
              return relation === undefined ? '' : signs[relation];
            });
            return `| ${resource}: ${action} | ${cells.join(' | ')} |`;
          }),
        ),
      ].join('\n'),
    )
    .join('\n\n');
}
