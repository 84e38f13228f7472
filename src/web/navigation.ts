import { orgPaths, programmePaths } from '../kernel/paths.ts';
import { type Actor, hasRole, type Role, staffRoles } from '../platform/permission.ts';

export interface NavigationItem {
  label: string;
  href: string;
  isCurrent: boolean;
}

interface Place {
  label: string;
  href: string;
  roles: readonly Role[];
}

const everyone: readonly Role[] = [...staffRoles];
const desk: readonly Role[] = ['admin', 'manager', 'adviser', 'verifier', 'auditor'];
const advisers: readonly Role[] = ['admin', 'manager', 'adviser'];

/** The side navigation: the programme's places first, then the organisation's; only what the role can open. */
export function staffNavigation(
  actor: Actor,
  org: string,
  programme: string | null,
  path: string,
): NavigationItem[] {
  const own = orgPaths(org);
  const places: Place[] = [];
  if (programme !== null) {
    const p = programmePaths(org, programme);
    places.push(
      { label: 'Today', href: p.today, roles: advisers },
      { label: 'Programme', href: p.desk, roles: everyone },
      { label: 'Applications', href: p.applications, roles: advisers },
      { label: 'Enterprises', href: p.enterprises, roles: desk },
      { label: 'Needs', href: p.needs, roles: advisers },
      { label: 'Mentors', href: p.mentors, roles: advisers },
      { label: 'Offers', href: p.offers, roles: advisers },
      { label: 'Sessions', href: p.sessions, roles: desk },
      { label: 'Contacts', href: p.contacts, roles: desk },
      { label: 'Impact', href: p.impact, roles: desk },
      { label: 'Imports', href: p.imports, roles: advisers },
    );
  }
  places.push(
    { label: 'Programmes', href: own.programmes, roles: everyone },
    { label: 'People', href: own.people, roles: advisers },
    { label: 'Rule sets', href: own.ruleSets, roles: desk },
  );
  const open = places.filter((place) => place.roles.some((role) => hasRole(actor, role)));
  const current = longestPrefix(open, path);
  return open.map(({ label, href }) => ({ label, href, isCurrent: href === current }));
}

function longestPrefix(places: readonly Place[], path: string): string | null {
  let best: string | null = null;
  for (const { href } of places) {
    const holds = path === href || path.startsWith(`${href}/`);
    if (holds && (best === null || href.length > best.length)) best = href;
  }
  return best;
}

/** Whether the person works for the organisation and sees the staff shell. */
export function isStaff(actor: Actor): boolean {
  return actor.grants.some((grant) => staffRoles.has(grant.role));
}
