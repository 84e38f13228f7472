import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/intake/pages/${name}`;

/** Below `/o/:org`. */
export const intakeRoutes: RouteConfigEntry[] = [
  route('p/:programme/imports', page('import-runs.tsx')),
  route('p/:programme/imports/new', page('new-import.tsx')),
  route('p/:programme/imports/:run', page('import-page.tsx')),
  route('p/:programme/imports/:run/bad-rows', page('bad-rows.ts')),
];

/** Below `/apply/:org`, for everybody. */
export const intakePublicRoutes: RouteConfigEntry[] = [];
