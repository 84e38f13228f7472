import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/enterprises/pages/${name}`;
const test = (name: string) => `./modules/enterprises/eligibility/pages/${name}`;
const own = 'p/:programme/enterprises/:enrolment';

/** Below `/o/:org`. The record itself is a desk. */
export const enterpriseRoutes: RouteConfigEntry[] = [
  route('p/:programme/enterprises', page('enterprise-list.tsx')),
  route('p/:programme/enterprises/new', page('new-enterprise.tsx')),
  route('p/:programme/enterprises/hand-over', page('hand-over.tsx')),
  route(
    'p/:programme/enterprises/on-record',
    './modules/enterprises/on-record/pages/on-record-list.tsx',
  ),
  route(
    'p/:programme/enterprises/on-record/export',
    './modules/enterprises/on-record/pages/on-record-export.ts',
  ),
  route(`${own}/edit`, page('edit-enterprise.tsx')),
  route(`${own}/merge`, page('merge-enterprise.tsx')),
  route(`${own}/people`, page('enterprise-people.tsx')),
  route(`${own}/people/:person`, page('edit-enterprise-person.tsx')),
  route(`${own}/eligibility`, test('eligibility-board.tsx')),
  route(`${own}/eligibility/:test`, test('eligibility-test.tsx')),
  route(`${own}/baseline`, page('baseline.tsx')),
  route(`${own}/measures`, page('measures.tsx')),
  route(`${own}/documents`, page('documents.tsx')),
  route(`${own}/documents/:document`, page('document-download.ts')),
  route(`${own}/notes`, page('private-notes.tsx')),
  route(`${own}/adviser`, page('enrolment-adviser.tsx')),
  route('my/details', page('own-details.tsx')),
  route('my/people', page('own-people.tsx')),
  route('my/people/:enrolment/:person', page('edit-own-person.tsx')),
];
