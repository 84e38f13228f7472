import { route, type RouteConfigEntry } from '@react-router/dev/routes';

/** Screens that combine modules, below `/o/:org`. */
export const deskRoutes: RouteConfigEntry[] = [
  route('p/:programme/enterprises/:enrolment', './web/desks/enterprise-record/record.tsx'),
  route('p/:programme/today', './web/desks/today/today.tsx'),
];
