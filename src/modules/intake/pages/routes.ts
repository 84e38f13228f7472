import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/intake/pages/${name}`;

/** Below `/o/:org`. */
export const intakeRoutes: RouteConfigEntry[] = [
  route('p/:programme/imports', page('import-runs.tsx')),
  route('p/:programme/imports/new', page('new-import.tsx')),
  route('p/:programme/imports/:run', page('import-page.tsx')),
  route('p/:programme/imports/:run/invite', page('invite-imported.tsx')),
  route('p/:programme/imports/:run/bad-rows', page('bad-rows.ts')),
  route('p/:programme/applications', page('application-list.tsx')),
  route('p/:programme/applications/new', page('new-application.tsx')),
  route('p/:programme/applications/export', page('application-export.ts')),
  route('p/:programme/applications/:application', page('application-page.tsx')),
];

/** Below `/apply/:org`, for everybody. */
export const intakePublicRoutes: RouteConfigEntry[] = [
  route(':programme', page('apply-start.tsx')),
  route('resume/:secret', page('apply-overview.tsx')),
  route('resume/:secret/:step', page('apply-page.tsx')),
];
