import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/sessions/pages/${name}.tsx`;
const exported = './modules/sessions/pages/session-export.ts';
const exportedMentorHours = './modules/sessions/pages/mentor-hours-export.ts';
const exportedHours = './modules/sessions/pages/hours-export.ts';

/** Below `/o/:org`. */
export const sessionRoutes: RouteConfigEntry[] = [
  route('p/:programme/sessions', page('session-list')),
  route('p/:programme/sessions/export', exported),
  route('p/:programme/mentor-hours', page('mentor-hours')),
  route('p/:programme/mentor-hours/export', exportedMentorHours),
  route('p/:programme/sessions/new', page('new-group-session')),
  route('p/:programme/sessions/:session', page('session-page')),
  route('p/:programme/sessions/:session/correct', page('correct-session-page')),
  route('p/:programme/enterprises/:enrolment/sessions/new', page('log-session-for-enterprise')),
  route('p/:programme/enterprises/:enrolment/hours', page('hours-page')),
  route('p/:programme/enterprises/:enrolment/hours/export', exportedHours),
  route('mentor/sessions/new', page('log-session-page')),
  route('mentor/sessions/:session', page('correct-own-session')),
  route('my/sessions/:session', page('confirm-session-page')),
];

/** Below `/l/:org/:secret`, from a letter. */
export const sessionLinkRoutes: RouteConfigEntry[] = [
  route('session', page('confirm-session-page'), { id: 'link-confirm-session' }),
  route('log-session', page('log-session-page'), { id: 'link-log-session' }),
  route('correct-session', page('correct-own-session'), { id: 'link-correct-session' }),
];
