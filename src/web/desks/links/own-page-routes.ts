import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (module: string, name: string) => `./modules/${module}/pages/${name}`;
const desk = (name: string) => `./web/desks/${name}`;
const behindLink = (path: string, file: string) => route(path, file, { id: `own ${path}` });

/**
 * Below `/l/:org/:secret`: the pages of one's own, the same as for people who sign in. Money, people, wishes and
 * traits are not among them: those need an account.
 */
export const ownPageRoutes: RouteConfigEntry[] = [
  behindLink('open', desk('links/open-own-page.tsx')),
  behindLink('mentor', desk('mentor/mentor-home.tsx')),
  behindLink('mentor/offers/:offer', page('matching', 'own-offer.tsx')),
  behindLink('mentor/fit/:mentorCheck', page('matching/fit', 'own-fit-check.tsx')),
  behindLink('mentor/enterprises/:enrolment', desk('mentor/mentor-enterprise.tsx')),
  behindLink('mentor/sessions/new', page('sessions', 'log-session-page.tsx')),
  behindLink('mentor/sessions/:session', page('sessions', 'correct-own-session.tsx')),
  behindLink('mentor/pause', page('leaving', 'own-pause.tsx')),
  behindLink('mentor/profile', page('mentors', 'own-profile.tsx')),
  behindLink('mentor/profile/:section', page('mentors', 'edit-own-profile.tsx')),
  behindLink('my', desk('participant/participant-home.tsx')),
  behindLink('my/sessions/:session', page('sessions', 'confirm-session-page.tsx')),
  behindLink('my/shortlists/:shortlist', page('matching', 'own-shortlist.tsx')),
  behindLink('my/fit/:check', page('matching/fit', 'own-fit-check.tsx')),
  behindLink('my/feedback/:feedback', page('matching/fit', 'own-feedback.tsx')),
  behindLink('my/diagnosis/:diagnosis', page('diagnosis', 'self-score-page.tsx')),
  behindLink('my/actions', './modules/diagnosis/plan/pages/own-action-list.tsx'),
  behindLink('my/sharing', page('matching/sharing', 'own-sharing.tsx')),
];
