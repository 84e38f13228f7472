import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import settings from '../.dependency-cruiser.mjs';
import { collectedFiles, confinedPackages, layers, moduleLevels } from '../architecture.mjs';
import { type ForbiddenImport, forbiddenImports } from '../scripts/check/imports.ts';

interface Import {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const modules = moduleLevels.flat();
const folderOf = (layer: (typeof layers)[number]) => layer.paths[0] ?? '';
const fileIn = (path: string, name: string) => (path.endsWith('/') ? `${path}${name}` : path);

/** Each pair of layers, and of modules, of which the table does not say that one sees the other. */
function upwardImports(): Import[] {
  const betweenLayers = layers.flatMap((layer) =>
    layers
      .filter((other) => other !== layer && !layer.sees.includes(other.name))
      .map((other) => ({
        rule: `${layer.name}-sees-only-what-it-may`,
        from: layer.name === 'modules' ? 'src/modules/people/person.ts' : source(layer),
        to: target(other),
      }))
      .filter(({ from, to }) => !(from.includes('/modules/') && /src\/ui|engine/.test(to))),
  );
  const betweenModules = moduleLevels.flatMap((level, at) =>
    level.flatMap((name) => {
      const open = [name, ...moduleLevels.slice(0, at).flat()];
      return modules
        .filter((other) => !open.includes(other))
        .map((other) => ({
          rule: `${name}-sees-only-lower-modules`,
          from: `src/modules/${name}/rule.ts`,
          to: `src/modules/${other}/reads.ts`,
        }));
    }),
  );
  return [...betweenLayers, ...betweenModules];
}

function source(layer: (typeof layers)[number]): string {
  return fileIn(folderOf(layer), `${layer.name}-source.ts`);
}

function target(layer: (typeof layers)[number]): string {
  if (layer.name === 'modules') return 'src/modules/people/reads.ts';
  return fileIn(folderOf(layer), `${layer.name}-target.ts`);
}

function packageImports(): Import[] {
  return confinedPackages.flatMap(({ packages, only }) =>
    packages.map((name) => ({
      rule: `${packages.join('-and-').replaceAll('@', '')}-stays-in-its-place`,
      // The API may hold none of them.
      from: only.includes('src/api/') ? 'src/jobs/some-job.ts' : 'src/api/some-answer.ts',
      to: name.startsWith('@') ? `${name}/part` : name,
    })),
  );
}

const inner = (file: string) => `src/modules/people/${file}`;

const particularImports: Import[] = [
  ...['store.ts', 'role-rows.ts', 'mails.ts', 'welcome-letter.ts', 'roles/store.ts'].flatMap(
    (file) => [
      {
        rule: 'rows-and-letters-are-private-to-their-module',
        from: 'src/modules/programmes/commands/start-programme.ts',
        to: inner(file),
      },
      {
        rule: 'rows-and-letters-are-private-to-modules',
        from: 'src/web/desks/today/reads.ts',
        to: inner(file),
      },
    ],
  ),
  {
    rule: 'pages-are-imported-by-pages-only',
    from: inner('commands/add-person.ts'),
    to: inner('pages/person-list.tsx'),
  },
  {
    rule: 'pages-are-private-to-their-module',
    from: 'src/modules/programmes/pages/setup.tsx',
    to: inner('pages/person-list.tsx'),
  },
  ...collectedFiles.map(({ file }) => ({
    rule: `${file.replaceAll('\\', '').replaceAll(/[/.]/g, '-')}-is-collected-in-one-place`,
    from: 'src/web/server.ts',
    to: inner(file.replaceAll('\\', '')),
  })),
  {
    rule: 'rules-know-no-database',
    from: inner('role.ts'),
    to: 'src/platform/database.ts',
  },
  { rule: 'rules-know-no-database', from: inner('role.ts'), to: 'schema/tables.ts' },
  { rule: 'rules-know-no-database', from: inner('role.ts'), to: 'kysely' },
  { rule: 'only-pages-of-a-module-see-ui', from: inner('role.ts'), to: 'src/ui/tag.tsx' },
  {
    rule: 'the-engine-has-few-users',
    from: inner('role.ts'),
    to: 'packages/matching-engine/assign.ts',
  },
  { rule: 'kernel-runs-anywhere', from: 'src/kernel/money.ts', to: 'node:crypto' },
  { rule: 'kernel-runs-anywhere', from: 'src/kernel/money.ts', to: 'zod' },
  { rule: 'the-engine-stands-alone', from: 'packages/matching-engine/assign.ts', to: 'zod' },
  { rule: 'only-the-planner-solves-with-highs', from: 'src/jobs/solve.ts', to: 'highs' },
  {
    rule: 'the-product-does-not-import-its-tests',
    from: 'src/jobs/solve.ts',
    to: 'test/factories/world.ts',
  },
  {
    rule: 'the-product-does-not-import-its-tests',
    from: 'src/jobs/solve.ts',
    to: 'src/kernel/money.test.ts',
  },
  {
    rule: 'the-product-runs-without-development-packages',
    from: 'src/jobs/solve.ts',
    to: 'only-for-tests',
  },
  { rule: 'no-barrels', from: 'src/web/server.ts', to: 'src/ui/index.ts' },
  { rule: 'no-cycles', from: inner('commands/ring-one.ts'), to: inner('commands/ring-two.ts') },
];

const permittedImports: [from: string, to: string][] = [
  ...layers
    .filter((layer) => layer.name !== 'modules')
    .flatMap((layer) =>
      layers
        .filter((other) => layer.sees.includes(other.name))
        .map((other): [string, string] => [source(layer), target(other)]),
    ),
  ...moduleLevels.flatMap((level, at) =>
    level.flatMap((name) =>
      moduleLevels
        .slice(0, at)
        .flat()
        .flatMap((lower): [string, string][] => [
          [`src/modules/${name}/rule.ts`, `src/modules/${lower}/rule.ts`],
          [`src/modules/${name}/commands/do-thing.ts`, `src/modules/${lower}/reads.ts`],
        ]),
    ),
  ),
  [inner('commands/add-person.ts'), inner('store.ts')],
  [inner('store.ts'), 'schema/tables.ts'],
  [inner('end-role-step.ts'), 'src/platform/database.ts'],
  ['src/modules/programmes/commands/close-programme.ts', inner('end-role-step.ts')],
  [inner('store.ts'), 'kysely'],
  [inner('roles/pages/routes.ts'), inner('roles/pages/role-list.tsx')],
  [inner('pages/routes.ts'), inner('roles/pages/routes.ts')],
  [inner('pages/person-list.tsx'), 'src/ui/tag.tsx'],
  [inner('pages/person-list.tsx'), 'react-router'],
  [inner('person.db.test.ts'), 'test/factories/world.ts'],
  ['src/routes.ts', inner('pages/routes.ts')],
  ['src/kernel/calendar.ts', 'temporal-polyfill'],
  ['src/platform/spreadsheets/read.ts', 'hucre'],
  ['src/modules/matching/solve.ts', 'packages/matching-engine/assign.ts'],
  ['packages/matching-engine/planner/solve.ts', 'highs'],
];

/** Writes a tree in which each file holds the imports asked of it, some of them for types only. */
function writeTree(root: string, imports: readonly (readonly [string, string])[]): void {
  const lines = new Map<string, string[]>();
  const isOurs = (path: string) => /^(src|packages|schema|test)\//.test(path);
  imports.forEach(([from, to], at) => {
    if (isOurs(to) && !lines.has(to)) lines.set(to, []);
    const way = relative(dirname(from), to);
    const path = isOurs(to) ? (way.startsWith('.') ? way : `./${way}`) : to;
    const line = at % 2 === 0 ? `import { a as a${at} }` : `import type { A as A${at} }`;
    lines.set(from, [...(lines.get(from) ?? []), `${line} from '${path}';`]);
  });
  for (const [file, its] of lines) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    const body = file.endsWith('.tsx')
      ? 'export const a = <p className="x">y</p>;'
      : 'export const a = 1;';
    writeFileSync(join(root, file), `${its.join('\n')}\n${body}\nexport type A = number;\n`);
  }
}

describe('the table of imports', () => {
  const broken = [...upwardImports(), ...packageImports(), ...particularImports];
  const root = mkdtempSync(join(tmpdir(), 'espalier-imports-'));
  let found: ForbiddenImport[] = [];

  beforeAll(async () => {
    const ring: [string, string] = [inner('commands/ring-two.ts'), inner('commands/ring-one.ts')];
    writeTree(root, [...broken.map(({ from, to }) => [from, to] as const), ring]);
    const manifest = { devDependencies: { 'only-for-tests': '1.0.0' } };
    writeFileSync(join(root, 'package.json'), JSON.stringify(manifest));
    mkdirSync(join(root, 'node_modules/only-for-tests'), { recursive: true });
    writeFileSync(join(root, 'node_modules/only-for-tests/index.js'), '');
    found = await forbiddenImports(root);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it.each(broken)('refuses that $from imports $to ($rule)', ({ rule, from, to }) => {
    const names = found
      .filter((violation) => violation.from === from)
      .filter(
        (violation) =>
          violation.to === to ||
          violation.to.includes(`node_modules/${to}`) ||
          `node:${violation.to}` === to,
      )
      .map((violation) => violation.rule);
    expect(names).toContain(rule);
  });

  it('has every rule broken once', () => {
    const tried = new Set(broken.map(({ rule }) => rule));
    expect(settings.forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual(
      [],
    );
  });
});

it('lets through every import that the table permits', async () => {
  const root = mkdtempSync(join(tmpdir(), 'espalier-imports-'));
  writeTree(root, permittedImports);
  expect(await forbiddenImports(root)).toEqual([]);
  rmSync(root, { recursive: true });
});
