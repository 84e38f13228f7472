import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/matching/fairness/pages/${name}`;

/** Below `/o/:org`. */
export const fairnessRoutes: RouteConfigEntry[] = [
  route('p/:programme/fairness', page('programme-fairness.tsx')),
  route('p/:programme/allocations/:allocation/fairness', page('allocation-fairness.tsx')),
];
