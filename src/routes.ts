import type { RouteConfig, RouteConfigEntry } from '@react-router/dev/routes';
import { index, route } from '@react-router/dev/routes';
import { enterpriseRoutes } from './modules/enterprises/pages/routes.ts';
import { programmeRoutes } from './modules/programmes/pages/routes.ts';

/** Below `/o/:org`, for people who have signed in. */
const memberRoutes = [
  index('./web/desks/organisation-home.tsx'),
  ...programmeRoutes,
  ...enterpriseRoutes,
];

/** Below `/l/:org/:secret`, opened from a letter; one page per purpose of src/web/link-purposes.ts. */
const linkRoutes: RouteConfigEntry[] = [];

/** Below `/apply/:org`, for everybody. */
const publicRoutes: RouteConfigEntry[] = [];

export default [
  index('./web/desks/home.tsx'),
  route('o/:org', './web/frames/organisation.tsx', memberRoutes),
  route('l/:org/:secret', './web/frames/link.tsx', linkRoutes),
  route('apply/:org', './web/frames/public.tsx', publicRoutes),
] satisfies RouteConfig;
