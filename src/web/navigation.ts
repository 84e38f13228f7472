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

export interface NavigationGroup {
  /** Null where so few places are open that they need no sorting. */
  heading: string | null;
  items: NavigationItem[];
}

interface Place {
  label: string;
  href: string;
  /** What the page itself asks; the same decides whether it is offered. */
  permission: Permission;
  /** Whoever may do this gets there by another place. */
  unless?: Permission;
  /** Where else one is still in this place, such as below an address of its own. */
  also?: readonly string[];
}

interface PlaceGroup {
  heading: string;
  places: readonly Place[];
}

interface OpenProgramme {
  id: string;
  slug: string;
  /** Until it is started, all that can be done is to set it up. */
  isDraft: boolean;
}

/** Up to so many places are one short list; more are easier to find below headings. */
const fewPlaces = 10;

/** The side navigation: the programme's places first, then the organisation's; only what the person can open. */
export function staffNavigation(
  actor: Actor,
  org: string,
  programme: OpenProgramme | null,
  path: string,
): NavigationGroup[] {
  const groups = [
    ...(programme === null ? [] : openOf(programmeGroups(org, programme), actor, programme.id)),
    ...openOf([organisationGroup(org)], actor, null),
  ].filter(({ places }) => places.length > 0);
  const all = groups.flatMap(({ places }) => places);
  const current = placeOf(all, path);
  const items = (places: readonly Place[]) =>
    places.map((place) => ({
      label: place.label,
      href: place.href,
      isCurrent: place === current,
    }));
  if (all.length <= fewPlaces) return [{ heading: null, items: items(all) }];
  return groups.map(({ heading, places }) => ({ heading, items: items(places) }));
}

function openOf(groups: readonly PlaceGroup[], actor: Actor, programmeId: string | null) {
  return groups.map(({ heading, places }) => ({
    heading,
    places: places.filter(
      ({ permission, unless }) =>
        isOpen(actor, permission, programmeId) &&
        (unless === undefined || !isOpen(actor, unless, programmeId)),
    ),
  }));
}

function isOpen(actor: Actor, permission: Permission, programmeId: string | null): boolean {
  return programmeId === null
    ? mayAnywhere(actor, permission)
    : may(actor, permission, { programmeId });
}

function programmeGroups(org: string, programme: OpenProgramme): PlaceGroup[] {
  const paths = programmePaths(org, programme.slug);
  const read = programmePermissions.programme.read;
  if (programme.isDraft) {
    return [{ heading: 'Desk', places: [{ label: 'Set-up', href: paths.desk, permission: read }] }];
  }
  return [
    {
      heading: 'Desk',
      places: [
        { label: 'Today', href: paths.today, permission: diagnosisPermissions.contact.log },
        { label: 'Programme', href: paths.desk, permission: read },
      ],
    },
    { heading: 'Firms', places: firmPlaces(paths) },
    { heading: 'Matching', places: matchingPlaces(paths) },
    { heading: 'Mentors', places: mentorPlaces(paths) },
    { heading: 'Proof', places: proofPlaces(paths) },
    {
      heading: 'Settings',
      places: [
        {
          label: 'Programme settings',
          href: paths.settings,
          permission: programmePermissions.programme.edit,
          also: [paths.setup('dates').replace(/\/dates$/, '')],
        },
      ],
    },
  ];
}

function firmPlaces(paths: ReturnType<typeof programmePaths>): Place[] {
  return [
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
    { label: 'Contacts', href: paths.contacts, permission: diagnosisPermissions.contact.read },
    { label: 'Imports', href: paths.imports, permission: intakePermissions.import.read },
  ];
}

function matchingPlaces(paths: ReturnType<typeof programmePaths>): Place[] {
  return [
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
    {
      label: 'Allocations',
      href: paths.allocations,
      also: [paths.fairness, paths.matches],
      permission: matchingPermissions.allocation.read,
      unless: matchingPermissions.offer.read,
    },
    {
      label: 'Offers',
      href: paths.offers,
      permission: matchingPermissions.offer.read,
      also: [paths.matches],
    },
  ];
}

function mentorPlaces(paths: ReturnType<typeof programmePaths>): Place[] {
  return [
    { label: 'Mentors', href: paths.mentors, permission: mentorPermissions.mentor.read },
    {
      label: 'Mentors’ hours',
      href: paths.mentorHours,
      permission: sessionPermissions.hours.readOfMentors,
    },
  ];
}

function proofPlaces(paths: ReturnType<typeof programmePaths>): Place[] {
  return [
    { label: 'Sessions', href: paths.sessions, permission: sessionPermissions.session.read },
    { label: 'To verify', href: paths.verify, permission: impactPermissions.output.verify },
    { label: 'Impact', href: paths.impact, permission: impactPermissions.output.read },
  ];
}

function organisationGroup(org: string): PlaceGroup {
  const paths = orgPaths(org);
  return {
    heading: 'Organisation',
    places: [
      {
        label: 'All programmes',
        href: paths.programmes,
        permission: programmePermissions.programme.read,
      },
      { label: 'People', href: paths.people, permission: peoplePermissions.person.read },
      { label: 'Rule sets', href: paths.ruleSets, permission: programmePermissions.ruleSet.read },
      {
        label: 'Administration',
        href: paths.administration,
        permission: peoplePermissions.organisation.secure,
        also: [paths.settings],
      },
    ],
  };
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
