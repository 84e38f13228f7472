import { orgPaths, programmePaths } from '../kernel/paths.ts';
import { diagnosisPermissions } from '../modules/diagnosis/permissions.ts';
import { enterprisePermissions } from '../modules/enterprises/permissions.ts';
import { impactPermissions } from '../modules/impact/permissions.ts';
import { intakePermissions } from '../modules/intake/permissions.ts';
import { matchingPermissions } from '../modules/matching/permissions.ts';
import { mentorPermissions } from '../modules/mentors/permissions.ts';
import { peoplePermissions } from '../modules/people/permissions.ts';
import { programmePermissions } from '../modules/programmes/permissions.ts';
import { sessionPermissions } from '../modules/sessions/permissions.ts';
import {
  type Actor,
  may,
  mayAnywhere,
  type Permission,
  staffRoles,
} from '../platform/permission.ts';

export interface NavigationItem {
  label: string;
  href: string;
  isCurrent: boolean;
}

interface Place {
  label: string;
  href: string;
  /** What the page itself asks; the same decides whether it is offered. */
  permission: Permission;
}

interface OpenProgramme {
  id: string;
  slug: string;
}

/** The side navigation: the programme's places first, then the organisation's; only what the person can open. */
export function staffNavigation(
  actor: Actor,
  org: string,
  programme: OpenProgramme | null,
  path: string,
): NavigationItem[] {
  const open = [
    ...(programme === null
      ? []
      : programmePlaces(org, programme.slug).filter((place) =>
          may(actor, place.permission, { programmeId: programme.id }),
        )),
    ...organisationPlaces(org).filter((place) => mayAnywhere(actor, place.permission)),
  ];
  const current = longestPrefix(open, path);
  return open.map(({ label, href }) => ({ label, href, isCurrent: href === current }));
}

function programmePlaces(org: string, programme: string): Place[] {
  const paths = programmePaths(org, programme);
  return [
    { label: 'Today', href: paths.today, permission: diagnosisPermissions.contact.log },
    { label: 'Programme', href: paths.desk, permission: programmePermissions.programme.read },
    {
      label: 'Applications',
      href: paths.applications,
      permission: intakePermissions.application.read,
    },
    {
      label: 'Enterprises',
      href: paths.enterprises,
      permission: enterprisePermissions.enrolment.read,
    },
    { label: 'Needs', href: paths.needs, permission: matchingPermissions.ranking.read },
    { label: 'Mentors', href: paths.mentors, permission: mentorPermissions.mentor.read },
    { label: 'Offers', href: paths.offers, permission: matchingPermissions.offer.read },
    { label: 'Sessions', href: paths.sessions, permission: sessionPermissions.session.read },
    { label: 'Contacts', href: paths.contacts, permission: diagnosisPermissions.contact.read },
    { label: 'Impact', href: paths.impact, permission: impactPermissions.output.read },
    { label: 'Imports', href: paths.imports, permission: intakePermissions.import.read },
  ];
}

function organisationPlaces(org: string): Place[] {
  const paths = orgPaths(org);
  return [
    {
      label: 'Programmes',
      href: paths.programmes,
      permission: programmePermissions.programme.read,
    },
    { label: 'People', href: paths.people, permission: peoplePermissions.person.read },
    { label: 'Rule sets', href: paths.ruleSets, permission: programmePermissions.ruleSet.read },
  ];
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
