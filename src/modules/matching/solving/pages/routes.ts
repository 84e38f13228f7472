import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/matching/solving/pages/${name}`;

/** Below `/o/:org`. */
export const solvingRoutes: RouteConfigEntry[] = [
  route('p/:programme/match-desk/large', page('large-desk.tsx')),
  route('p/:programme/match-desk/large/export', page('large-desk-export.ts')),
];
