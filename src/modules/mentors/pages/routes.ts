import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/mentors/pages/${name}`;

/** Below `/o/:org`. */
export const mentorRoutes: RouteConfigEntry[] = [
  route('p/:programme/mentors', page('mentor-list.tsx')),
  route('p/:programme/mentors/export', page('mentor-export.ts')),
  route('p/:programme/mentors/new', page('new-mentor.tsx')),
  route('p/:programme/mentors/:mentor', page('mentor-page.tsx')),
  route('p/:programme/mentors/:mentor/edit/:section', page('edit-mentor.tsx')),
  route('p/:programme/mentors/:mentor/conflicts', page('mentor-conflicts.tsx')),
  route('p/:programme/enterprises/:enrolment/style', page('enrolment-style.tsx')),
  route('mentor/profile', page('own-profile.tsx')),
  route('mentor/profile/:section', page('edit-own-profile.tsx')),
  route('my/style', page('own-style.tsx')),
];
