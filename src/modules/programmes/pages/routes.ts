import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const page = (name: string) => `./modules/programmes/pages/${name}.tsx`;

/** Below `/o/:org`. */
export const programmeRoutes: RouteConfigEntry[] = [
  route('programmes', page('programme-list')),
  route('programmes/new', page('new-programme')),
  route('rule-sets', page('rule-set-list')),
  route('rule-sets/:ruleSet', page('rule-set-page')),
  route('rule-sets/:ruleSet/compare', page('rule-set-comparison')),
  route('rule-sets/:ruleSet/edit', page('edit-rule-set-page')),
  route('p/:programme/setup/dates', page('setup-dates')),
  route('p/:programme/setup/funders', page('setup-funders')),
  route('p/:programme/setup/rules', page('setup-rules')),
  route('p/:programme/setup/area', page('setup-area')),
  route('p/:programme/setup/remit', page('setup-remit')),
  route('p/:programme/setup/targets', page('setup-targets')),
  route('p/:programme/setup/mentoring', page('setup-mentoring')),
  route('p/:programme/setup/review', page('setup-review')),
  route('p/:programme/settings', page('programme-settings')),
  route('p/:programme/settings/history', page('programme-history')),
  route(
    'p/:programme/settings/history/export',
    './modules/programmes/pages/programme-history-export.ts',
  ),
  route('p/:programme/settings/public-page', page('public-page-settings')),
];
