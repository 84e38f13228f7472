import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/diagnosis/pages/${name}`;
const own = 'p/:programme/enterprises/:enrolment';

/** Below `/o/:org`. */
export const diagnosisRoutes: RouteConfigEntry[] = [
  route(`${own}/diagnosis`, page('diagnosis-overview.tsx')),
  route(`${own}/diagnosis/:number`, page('diagnosis-report.tsx')),
  route(`${own}/diagnosis/:number/score`, page('score-diagnosis-page.tsx')),
  route(`${own}/diagnosis/:number/complete`, page('complete-diagnosis-page.tsx')),
];
