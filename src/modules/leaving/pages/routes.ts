import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/leaving/pages/${name}.tsx`;
const own = 'p/:programme/enterprises/:enrolment';

/** Below `/o/:org`: where something ends, with everything that hangs on it. */
export const leavingRoutes: RouteConfigEntry[] = [
  route(`${own}/close`, page('close-enrolment')),
  route(`${own}/needs/:need/close`, page('close-need')),
  route('p/:programme/mentors/:mentor/pause', page('pause-mentor')),
  route('p/:programme/mentors/:mentor/leave', page('retire-mentor')),
  route('p/:programme/settings/close', page('close-programme')),
  route('people/:person/remove', page('remove-person')),
  route('people/:person/roles/:grant/end', page('end-role')),
  route('mentor/pause', page('own-pause')),
];
