import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/matching/allocation/pages/${name}`;

/** Below `/o/:org`. */
export const allocationRoutes: RouteConfigEntry[] = [
  route('p/:programme/match-desk', page('match-desk.tsx')),
  route('p/:programme/match-desk/matrix', page('match-desk-matrix.tsx')),
  route('p/:programme/match-desk/export', page('match-desk-export.ts')),
  route('p/:programme/match-desk/existing', page('existing-matches.tsx')),
  route('p/:programme/match-desk/letters', page('letters-page.tsx')),
  route('p/:programme/match-desk/needs/:need', page('proposal-page.tsx')),
  route('p/:programme/allocations', page('allocation-list.tsx')),
  route('p/:programme/allocations/:allocation', page('allocation-page.tsx')),
  route('p/:programme/allocations/:allocation/:file', page('allocation-file.ts')),
];
