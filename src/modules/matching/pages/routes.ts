import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/matching/pages/${name}`;

/** Below `/o/:org`. */
export const matchingRoutes: RouteConfigEntry[] = [
  route('p/:programme/needs', page('needs-queue.tsx')),
  route('p/:programme/needs/export', page('needs-export.ts')),
  route('p/:programme/needs/:need/match', page('matching-page.tsx')),
  route('p/:programme/offers', page('offer-list.tsx')),
  route('p/:programme/offers/export', page('offer-export.ts')),
  route('p/:programme/offers/:offer', page('offer-page.tsx')),
  route('p/:programme/matches/:match', page('match-page.tsx')),
  route('p/:programme/matches/:match/change', page('change-match-page.tsx')),
  route('p/:programme/weights', page('score-weights.tsx')),
  route('mentor/offers/:offer', page('own-offer.tsx')),
  route('my/shortlists/:shortlist', page('own-shortlist.tsx')),
];

/** Below `/l/:org/:secret`, from a letter. */
export const matchingLinkRoutes: RouteConfigEntry[] = [
  route('offer', page('own-offer.tsx'), { id: 'link-offer' }),
  route('shortlist', page('own-shortlist.tsx'), { id: 'link-shortlist' }),
];
