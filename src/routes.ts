import type { RouteConfig, RouteConfigEntry } from '@react-router/dev/routes';
import { index, layout, route } from '@react-router/dev/routes';
import { diagnosisLinkRoutes, diagnosisRoutes } from './modules/diagnosis/pages/routes.ts';
import { enterpriseRoutes } from './modules/enterprises/pages/routes.ts';
import { intakePublicRoutes, intakeRoutes } from './modules/intake/pages/routes.ts';
import { allocationRoutes } from './modules/matching/allocation/pages/routes.ts';
import { fairnessRoutes } from './modules/matching/fairness/pages/routes.ts';
import { scarcityRoutes } from './modules/matching/scarcity/pages/routes.ts';
import { solvingRoutes } from './modules/matching/solving/pages/routes.ts';
import { matchingLinkRoutes, matchingRoutes } from './modules/matching/pages/routes.ts';
import { leavingRoutes } from './modules/leaving/pages/routes.ts';
import { mentorRoutes } from './modules/mentors/pages/routes.ts';
import { peopleRoutes } from './modules/people/pages/routes.ts';
import { programmeRoutes } from './modules/programmes/pages/routes.ts';
import { deskRoutes } from './web/desks/routes.ts';
import { sessionLinkRoutes, sessionRoutes } from './modules/sessions/pages/routes.ts';
import { ownPageRoutes } from './web/desks/links/own-page-routes.ts';
import { accountRoutes } from './web/desks/account-routes.ts';

/** Below `/o/:org`, for people who have signed in. */
const memberRoutes = [
  index('./web/desks/organisation-home.tsx'),
  ...peopleRoutes,
  ...programmeRoutes,
  ...enterpriseRoutes,
  ...mentorRoutes,
  ...intakeRoutes,
  ...diagnosisRoutes,
  ...matchingRoutes,
  ...allocationRoutes,
  ...solvingRoutes,
  ...scarcityRoutes,
  ...fairnessRoutes,
  ...sessionRoutes,
  ...leavingRoutes,
  ...deskRoutes,
];

/** Below `/l/:org/:secret`, opened from a letter; one page per purpose of src/web/link-purposes.ts. */
const linkRoutes: RouteConfigEntry[] = [
  ...diagnosisLinkRoutes,
  ...matchingLinkRoutes,
  ...sessionLinkRoutes,
  ...ownPageRoutes,
];

/** Below `/apply/:org`, for everybody. */
const publicRoutes: RouteConfigEntry[] = [...intakePublicRoutes];

/** What goes wrong in a page is said inside its frame. */
function within(id: string, pages: RouteConfigEntry[]): RouteConfigEntry[] {
  return [layout('./web/frames/within.tsx', { id: `within-${id}` }, pages)];
}

export default [
  layout('./web/frames/installation.tsx', within('account', accountRoutes)),
  route('o/:org/link', './web/frames/public.tsx', { id: 'arrival' }, [
    route(':secret', './web/desks/links/link.tsx'),
  ]),
  route('invitation/:org', './web/frames/public.tsx', { id: 'invitation' }, [
    route(':secret', './web/desks/links/invitation.tsx'),
  ]),
  route('o/:org', './web/frames/organisation.tsx', within('member', memberRoutes)),
  route('l/:org/:secret', './web/frames/link.tsx', within('link', linkRoutes)),
  route('apply/:org', './web/frames/public.tsx', within('public', publicRoutes)),
] satisfies RouteConfig;
