/**
 * The one table of what may import what. From it come the rules of dependency-cruiser, the tables of
 * docs/architecture.md and the test that breaks every rule once.
 */

/** @typedef {{ name: string, paths: readonly string[], sees: readonly string[], duty: string }} Layer */

/** @type {readonly Layer[]} */
export const layers = [
  {
    name: 'kernel',
    paths: ['src/kernel/'],
    sees: [],
    duty: 'Identifiers, money, minutes, calendar dates, results, errors, text. Runs anywhere.',
  },
  {
    name: 'schema',
    paths: ['schema/'],
    sees: [],
    duty: 'The tables as types and as SQL, generated from the migrations.',
  },
  {
    name: 'engine',
    paths: ['packages/matching-engine/'],
    sees: [],
    duty: 'Optimisation with numbers in and numbers out. Knows nothing of programmes.',
  },
  {
    name: 'platform',
    paths: ['src/platform/'],
    sees: ['kernel', 'schema'],
    duty: 'Configuration, PostgreSQL, tenant transactions, permissions, audit, mail, jobs, files, sign-in.',
  },
  {
    name: 'ui',
    paths: ['src/ui/'],
    sees: ['kernel'],
    duty: 'Frames, forms, tables, charts. Plain properties in, HTML out; could ship in another product.',
  },
  {
    name: 'modules',
    paths: ['src/modules/'],
    sees: ['kernel', 'schema', 'platform'],
    duty: 'One folder per concern of a programme. Its pages also see ui.',
  },
  {
    name: 'api',
    paths: ['src/api/'],
    sees: ['kernel', 'platform', 'modules'],
    duty: 'Answers to other programs.',
  },
  {
    name: 'jobs',
    paths: ['src/jobs/'],
    sees: ['kernel', 'platform', 'modules'],
    duty: 'What runs later or by the clock.',
  },
  {
    name: 'web',
    paths: ['src/web/', 'src/routes.ts', 'src/root.tsx', 'src/entry.server.tsx'],
    sees: ['kernel', 'platform', 'ui', 'modules', 'api'],
    duty: 'Server, session, frames, and the desks: screens that need several modules.',
  },
  {
    name: 'cli',
    paths: ['src/cli/'],
    sees: ['kernel', 'engine', 'platform', 'modules', 'jobs'],
    duty: 'Commands of `npm run espalier`. Reaches the pages only through their build.',
  },
  { name: 'main', paths: ['src/main.ts'], sees: ['kernel', 'cli'], duty: 'Picks the command.' },
];

/** Bottom to top. A module sees every lower level; those on one level do not see each other. */
export const moduleLevels = [
  ['people'],
  ['programmes'],
  ['enterprises', 'mentors'],
  ['intake'],
  ['diagnosis'],
  ['matching'],
  ['scheduling'],
  ['sessions', 'events'],
  ['impact', 'finance'],
  ['claims'],
  ['leaving'],
  ['continuation', 'network'],
];

/** The modules that may import the engine: pairs, dates, and who is supported further. */
export const engineUsers = ['matching', 'scheduling', 'continuation'];

/** Where a module's screens are, as a pattern. */
export const pagesFolder = 'src/modules/.+/pages/';

/** Packages that one place hides, so that replacing one is an edit in one folder. `only` are patterns. */
export const confinedPackages = [
  { packages: ['hucre'], only: ['src/platform/spreadsheets/'] },
  { packages: ['better-auth', '@better-auth'], only: ['src/platform/auth/'] },
  { packages: ['nodemailer'], only: ['src/platform/mail/'] },
  { packages: ['ical-generator'], only: ['src/platform/calendar-files/'] },
  { packages: ['pg', 'pg-boss'], only: ['src/platform/'] },
  { packages: ['kysely'], only: ['src/platform/', 'src/modules/', 'src/web/', 'src/cli/'] },
  { packages: ['temporal-polyfill'], only: ['src/kernel/', 'src/platform/'] },
  { packages: ['govuk-frontend', '@ministryofjustice'], only: ['src/ui/'] },
  { packages: ['d3-scale', 'd3-shape'], only: ['src/ui/'] },
  {
    packages: ['react', 'react-dom', 'react-router', '@react-router'],
    only: [
      'src/platform/page\\.ts',
      'src/ui/',
      pagesFolder,
      'src/web/',
      'src/routes\\.ts',
      'src/root\\.tsx',
      'src/entry\\.server\\.tsx',
    ],
  },
];

/**
 * Files of a module that only the module itself may import: rows and letters. Steps (`*-step.ts`: what commands do
 * inside their transaction) know the database too, but a higher module's command may take one in its own.
 */
export const privateFiles = [
  'store\\.ts',
  '[a-z-]+-rows\\.ts',
  'mails\\.ts',
  '[a-z-]+-letter\\.ts',
];

/** Files of a module that exactly one place outside it collects. */
export const collectedFiles = [
  { file: 'pages/routes\\.ts', by: 'src/routes\\.ts' },
  { file: 'api\\.ts', by: 'src/api/' },
  { file: 'jobs\\.ts', by: 'src/jobs/' },
];
