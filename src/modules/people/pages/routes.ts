import { route } from '@react-router/dev/routes';

/** Below `/o/:org`. */
export const peopleRoutes = [
  route('people', './modules/people/pages/people.tsx'),
  route('people/new', './modules/people/pages/new-person.tsx'),
  route('people/requests', './modules/people/pages/role-requests.tsx'),
  route('people/:person', './modules/people/pages/person.tsx'),
  route('people/:person/edit', './modules/people/pages/edit-person.tsx'),
  route('settings', './modules/people/pages/organisation.tsx'),
  route('settings/history', './modules/people/pages/organisation-history.tsx'),
  route('settings/history/export', './modules/people/pages/organisation-history-export.ts'),
  route('profile', './modules/people/pages/profile.tsx'),
];
