import type { RouteConfig } from '@react-router/dev/routes';
import { index, route } from '@react-router/dev/routes';
import { programmeRoutes } from './modules/programmes/pages/routes.ts';

/** Below `/o/:org`, for people who have signed in. */
const memberRoutes = [index('./web/desks/organisation-home.tsx'), ...programmeRoutes];

export default [
  index('./web/desks/home.tsx'),
  route('o/:org', './web/frames/organisation.tsx', memberRoutes),
] satisfies RouteConfig;
