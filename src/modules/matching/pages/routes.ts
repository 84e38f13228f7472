import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/matching/pages/${name}`;
const fit = (name: string) => `./modules/matching/fit/pages/${name}`;
const rematch = (name: string) => `./modules/matching/rematch/pages/${name}`;
const sharing = (name: string) => `./modules/matching/sharing/pages/${name}`;
const wish = (name: string) => `./modules/matching/wishes/pages/${name}`;

/** Below `/o/:org`. */
export const matchingRoutes: RouteConfigEntry[] = [
  route('p/:programme/needs', page('needs-queue.tsx')),
  route('p/:programme/needs/export', page('needs-export.ts')),
  route('p/:programme/needs/introduced', page('introduced-needs.tsx')),
  route('p/:programme/needs/:need/match', page('matching-page.tsx')),
  route('p/:programme/offers', page('offer-list.tsx')),
  route('p/:programme/offers/export', page('offer-export.ts')),
  route('p/:programme/offers/:offer', page('offer-page.tsx')),
  route('p/:programme/matches/:match', page('match-page.tsx')),
  route('p/:programme/matches/:match/rematch', rematch('rematch-page.tsx')),
  route('p/:programme/enterprises/:enrolment/wish', wish('enrolment-wish.tsx')),
  route('p/:programme/weights', page('score-weights.tsx')),
  route('mentor/offers/:offer', page('own-offer.tsx')),
  route('mentor/fit/:mentorCheck', fit('own-fit-check.tsx'), { id: 'mentor-fit' }),
  route('mentor/traits', wish('own-traits.tsx')),
  route('my/shortlists/:shortlist', page('own-shortlist.tsx')),
  route('my/fit/:check', fit('own-fit-check.tsx')),
  route('my/feedback/:feedback', fit('own-feedback.tsx')),
  route('my/wish', wish('own-wish.tsx')),
  route('my/sharing', sharing('own-sharing.tsx')),
  route('p/:programme/enterprises/:enrolment/sharing', sharing('enrolment-sharing.tsx')),
  route('p/:programme/sharing', sharing('ask-sharing-page.tsx')),
];

/** Below `/l/:org/:secret`, from a letter. */
export const matchingLinkRoutes: RouteConfigEntry[] = [
  route('offer', page('own-offer.tsx'), { id: 'link-offer' }),
  route('shortlist', page('own-shortlist.tsx'), { id: 'link-shortlist' }),
  route('fit', fit('own-fit-check.tsx'), { id: 'link-fit' }),
  route('mentor-fit', fit('own-fit-check.tsx'), { id: 'link-mentor-fit' }),
  route('feedback', fit('own-feedback.tsx'), { id: 'link-feedback' }),
  route('introducing', sharing('say-sharing.tsx'), { id: 'link-introducing' }),
];
