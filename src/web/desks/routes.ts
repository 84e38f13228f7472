import { route, type RouteConfigEntry } from '@react-router/dev/routes';

/** Screens that combine modules, below `/o/:org`. */
export const deskRoutes: RouteConfigEntry[] = [
  route('administration', './web/desks/administration/administration.tsx'),
  route('kept/:kept', './web/desks/kept/kept-form.tsx'),
  route('people/export', './web/desks/exports/people-export.ts'),
  route('p/:programme/enterprises/export', './web/desks/exports/enterprise-export.ts'),
  route('p/:programme/enterprises/:enrolment', './web/desks/enterprise-record/record.tsx'),
  route('p/:programme/today', './web/desks/today/today.tsx'),
  route('p/:programme/today/row', './web/desks/today/today-row.tsx'),
  route('p/:programme/mentors/:mentor/history', './web/desks/mentor/mentor-history.tsx'),
  route('mentor', './web/desks/mentor/mentor-home.tsx'),
  route('mentor/enterprises/:enrolment', './web/desks/mentor/mentor-enterprise.tsx'),
  route('my', './web/desks/participant/participant-home.tsx'),
  route('my/figures', './web/desks/participant/own-figures.tsx'),
  route('p/:programme', './web/desks/programme/programme-desk.tsx'),
  route('p/:programme/verify', './web/desks/verify/verify.tsx'),
  route('p/:programme/outputs/:indicator', './web/desks/programme/indicator-list.tsx'),
  route('p/:programme/outputs/:indicator/export', './web/desks/programme/indicator-export.ts'),
  route('p/:programme/impact', './web/desks/programme/impact-page.tsx'),
  route('p/:programme/impact/export', './web/desks/programme/impact-export.ts'),
  route(
    'p/:programme/enterprises/:enrolment/impact',
    './web/desks/programme/enterprise-impact.tsx',
  ),
];
