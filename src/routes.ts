import type { RouteConfig } from '@react-router/dev/routes';
import { index, route } from '@react-router/dev/routes';

export default [
  index('./web/desks/home.tsx'),
  route('o/:org', './web/frames/organisation.tsx', [
    index('./web/desks/organisation-home.tsx'),
  ]),
] satisfies RouteConfig;
