import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/matching/scarcity/pages/${name}`;

/** Below `/o/:org`. */
export const scarcityRoutes: RouteConfigEntry[] = [
  route('p/:programme/mentors/scarce-skills', page('scarce-skills.tsx')),
  route('p/:programme/mentors/scarce-skills/export', page('scarce-skills-export.ts')),
];
