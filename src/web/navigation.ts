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
  /** Where else one is still in this place, such as below an address of its own. */
  also?: readonly string[];
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
  const current = placeOf(open, path);
  return open.map((place) => ({
    label: place.label,
    href: place.href,
    isCurrent: place === current,
  }));
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
    {
      label: 'Needs',
      href: paths.needs,
      permission: matchingPermissions.ranking.read,
      also: [paths.weights, paths.matches],
    },
    {
      label: 'Match desk',
      href: paths.matchDesk,
      also: [paths.allocations, paths.fairness],
      permission: matchingPermissions.allocation.edit,
    },
    { label: 'Mentors', href: paths.mentors, permission: mentorPermissions.mentor.read },
    {
      label: 'Offers',
      href: paths.offers,
      permission: matchingPermissions.offer.read,
      also: [paths.matches],
    },
    { label: 'Sessions', href: paths.sessions, permission: sessionPermissions.session.read },
    {
      label: 'Mentors’ hours',
      href: paths.mentorHours,
      permission: sessionPermissions.hours.readOfMentors,
    },
    { label: 'Contacts', href: paths.contacts, permission: diagnosisPermissions.contact.read },
    { label: 'To verify', href: paths.verify, permission: impactPermissions.output.verify },
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
    {
      label: 'Administration',
      href: paths.administration,
      permission: peoplePermissions.organisation.secure,
      also: [paths.settings],
    },
    { label: 'Rule sets', href: paths.ruleSets, permission: programmePermissions.ruleSet.read },
  ];
}

/** The place with the longest address that the path is at or below; the first of equals. */
function placeOf(places: readonly Place[], path: string): Place | null {
  let best: { place: Place; length: number } | null = null;
  for (const place of places) {
    for (const href of [place.href, ...(place.also ?? [])]) {
      const holds = path === href || path.startsWith(`${href}/`);
      if (holds && href.length > (best?.length ?? 0)) best = { place, length: href.length };
    }
  }
  return best?.place ?? null;
}

/** Whether the person works for the organisation and sees the staff shell. */
export function isStaff(actor: Actor): boolean {
  return actor.grants.some((grant) => staffRoles.has(grant.role));
}
