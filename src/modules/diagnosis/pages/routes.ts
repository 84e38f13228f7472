import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/diagnosis/pages/${name}`;
const plan = (name: string) => `./modules/diagnosis/plan/pages/${name}`;
const contacts = (name: string) => `./modules/diagnosis/contacts/pages/${name}`;
const own = 'p/:programme/enterprises/:enrolment';

/** Below `/o/:org`. */
export const diagnosisRoutes: RouteConfigEntry[] = [
  route(`${own}/diagnosis`, page('diagnosis-overview.tsx')),
  route(`${own}/diagnosis/:number`, page('diagnosis-report.tsx')),
  route(`${own}/diagnosis/:number/score`, page('score-diagnosis-page.tsx')),
  route(`${own}/diagnosis/:number/complete`, page('complete-diagnosis-page.tsx')),
  route(`${own}/needs/new`, page('new-need-page.tsx')),
  route(`${own}/needs/:need`, page('need-page.tsx')),
  route(`${own}/needs/:need/edit`, page('edit-need-page.tsx')),
  route(`${own}/actions`, plan('action-list.tsx')),
  route(`${own}/actions/export`, plan('action-export.ts')),
  route(`${own}/contact`, contacts('contact-page.tsx')),
  route('p/:programme/contacts', contacts('contact-list.tsx')),
  route('p/:programme/contacts/export', contacts('contact-export.ts')),
  route('my/diagnosis/:diagnosis', page('self-score-page.tsx')),
  route('my/actions', plan('own-action-list.tsx')),
];

/** Below `/l/:org/:secret`, from a letter. */
export const diagnosisLinkRoutes: RouteConfigEntry[] = [
  route('diagnosis', page('self-score-page.tsx'), { id: 'link-self-score' }),
];
