import { createRequire } from 'node:module';
import {
  collectedFiles,
  confinedPackages,
  engineUsers,
  layers,
  moduleLevels,
  pagesFolder,
  privateFiles,
} from './architecture.mjs';

/** Everything in a module that is no noun file. */
const impureFiles =
  '/(store|reads|mails|seeds|jobs|api)\\.ts$|-(rows|letter|step)\\.ts$|/(commands|pages)/|\\.test\\.tsx?$';

const inner = (/** @type {string} */ file) => `^src/modules/.+/${file}`;
const start = (/** @type {readonly string[]} */ paths) => `^(${paths.map(literal).join('|')})`;

function literal(/** @type {string} */ path) {
  return path.replaceAll('.', '\\.');
}

function layerRules() {
  return layers.map((layer) => {
    const seen = layers.filter((other) => layer.sees.includes(other.name));
    const open = [layer, ...seen].flatMap((other) => other.paths);
    // Pages see ui, and some modules see the engine: rules of their own say so.
    if (layer.name === 'modules') open.push('src/ui/', 'packages/matching-engine/');
    return {
      name: `${layer.name}-sees-only-what-it-may`,
      comment: `${layer.name} may import ${layer.sees.join(', ') || 'nothing of ours'}.`,
      from: { path: start(layer.paths) },
      to: { path: '^(src|packages|schema)/', pathNot: start(open) },
    };
  });
}

function moduleRules() {
  return moduleLevels.flatMap((level, at) =>
    level.map((name) => {
      const open = [name, ...moduleLevels.slice(0, at).flat()];
      return {
        name: `${name}-sees-only-lower-modules`,
        comment: `${name} may import ${open.slice(1).join(', ') || 'no other module'}.`,
        from: { path: `^src/modules/${name}/` },
        to: { path: '^src/modules/', pathNot: `^src/modules/(${open.join('|')})/` },
      };
    }),
  );
}

function privateRules() {
  const files = `(${privateFiles.join('|')})$`;
  return [
    {
      name: 'rows-and-letters-are-private-to-their-module',
      comment: 'Another module calls a read, a command or a step (*-step.ts) instead.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: inner(files), pathNot: '^src/modules/$1/' },
    },
    {
      name: 'rows-and-letters-are-private-to-modules',
      comment: 'What combines modules calls a read or a command instead.',
      from: { path: '^src/', pathNot: '^src/modules/' },
      to: { path: inner(files) },
    },
    {
      name: 'pages-are-imported-by-pages-only',
      comment: 'A rule that a screen and a command share belongs in the noun file.',
      from: { path: '^src/', pathNot: `^(${pagesFolder}|src/routes\\.ts)` },
      to: { path: inner('pages/') },
    },
    {
      name: 'pages-are-private-to-their-module',
      comment: 'A screen that needs two modules lives in src/web/desks.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: inner('pages/'), pathNot: '^src/modules/$1/' },
    },
    ...collectedFiles.map(({ file, by }) => ({
      name: `${file.replaceAll('\\', '').replaceAll(/[/.]/g, '-')}-is-collected-in-one-place`,
      comment: `Only ${by.replaceAll('\\', '')} collects these.`,
      // The same file of a sub-concern may be collected by the module's own.
      from: { path: '^src/', pathNot: `^(${by}|src/modules/.+/${file}$)|\\.test\\.tsx?$` },
      to: { path: inner(`${file}$`) },
    })),
  ];
}

function packageRules() {
  const named = (/** @type {readonly string[]} */ packages) =>
    `^(node_modules/)?(${packages.map(literal).join('|')})(/|$)`;
  return confinedPackages.map(({ packages, only }) => ({
    name: `${packages.join('-and-').replaceAll('@', '')}-stays-in-its-place`,
    comment: `${packages.join(', ')}: only ${only.map((path) => path.replaceAll('\\', '')).join(', ')}.`,
    from: { path: '^(src|packages)/', pathNot: `^(${only.join('|')})|\\.test\\.tsx?$` },
    to: { path: named(packages) },
  }));
}

/** @type {import('dependency-cruiser').DependencyType[]} */
const outside = ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'core', 'unknown'];

/** @type {import('dependency-cruiser').DependencyType[]} */
const development = ['npm-dev'];

/** @type {import('dependency-cruiser').DependencyType[]} */
const erased = ['type-only'];

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

/** @type {(Rule & { name: string, comment: string })[]} */
const rules = [
  ...layerRules(),
  ...moduleRules(),
  ...privateRules(),
  ...packageRules(),
  {
    name: 'rules-know-no-database',
    comment:
      'A noun file is pure. Rows belong in store.ts, reads.ts or a file named *-rows.ts; what commands share in *-step.ts.',
    from: { path: '^src/modules/', pathNot: impureFiles },
    to: { path: '^(schema/|src/platform/database\\.ts$|(node_modules/|)kysely(/|$))' },
  },
  {
    name: 'only-pages-of-a-module-see-ui',
    comment: 'Rules, reads and commands of a module know no HTML.',
    from: { path: '^src/modules/', pathNot: `^${pagesFolder}` },
    to: { path: '^src/ui/' },
  },
  {
    name: 'the-engine-has-few-users',
    comment: `Only ${engineUsers.join(', ')} and the terminal may import packages/matching-engine.`,
    from: { path: '^src/', pathNot: `^src/(modules/(${engineUsers.join('|')})|cli)/` },
    to: { path: '^packages/matching-engine/' },
  },
  {
    name: 'kernel-runs-anywhere',
    comment: 'The browser loads the kernel too: temporal-polyfill and nothing else.',
    from: { path: '^src/kernel/', pathNot: '\\.test\\.ts$' },
    to: { dependencyTypes: outside, pathNot: '^(node_modules/)?temporal-polyfill(/|$)' },
  },
  {
    name: 'the-engine-stands-alone',
    comment: 'A hash; in its planner folder highs and what runs it in a worker; nothing else.',
    from: { path: '^packages/matching-engine/', pathNot: '/(bench|test)/|\\.test\\.ts$' },
    to: {
      dependencyTypes: outside,
      pathNot: '^(node_modules/)?highs(/|$)|^(node:)?(crypto|worker_threads|fs|path|url)$',
    },
  },
  {
    name: 'only-the-planner-solves-with-highs',
    comment: 'The rest of the engine stays free of WebAssembly; its bench compares with it.',
    from: { path: '^(src|packages)/', pathNot: '^packages/matching-engine/(planner|bench)/' },
    to: { path: '^(node_modules/)?highs(/|$)' },
  },
  {
    name: 'the-product-does-not-import-its-tests',
    comment: 'Tests and scripts are not there when it runs.',
    from: { path: '^(src|packages)/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^(test|scripts|bench)/|\\.test\\.tsx?$' },
  },
  {
    name: 'the-product-runs-without-development-packages',
    comment: 'Move the package to dependencies, with its reason in docs/decisions.',
    from: { path: '^(src|packages)/', pathNot: '\\.test\\.tsx?$|/bench/' },
    to: { dependencyTypes: development, dependencyTypesNot: erased },
  },
  {
    name: 'no-barrels',
    comment: 'Import the file that says what you need.',
    from: { path: '^(src|packages|test|scripts)/' },
    to: { path: '^(src|packages|test|scripts)/(.*/|)index\\.tsx?$' },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file, or a third is missing.',
    from: { path: '^(src|packages)/' },
    to: { circular: true },
  },
].map((rule) => ({ ...rule, severity: /** @type {const} */ ('error') }));

// dependency-cruiser 17.4 hands .tsx files to swc without saying that they hold JSX, and swc refuses them.
const swc = createRequire(import.meta.url)('@swc/core');
const { parseFileSync } = swc;
swc.parseFileSync = (/** @type {string} */ path, /** @type {object} */ settings) =>
  parseFileSync(path, { ...settings, tsx: path.endsWith('.tsx') });

/**
 * How the tree is read. swc, because TypeScript 7 has no compiler interface that a tool could load.
 * @type {import('dependency-cruiser').ICruiseOptions}
 */
export const options = {
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: ['node_modules', '^build/'] },
  exclude: { path: ['^build/', '^\\.react-router/', '\\.scss$', '\\.css$'] },
  enhancedResolveOptions: {
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
  },
};

export default { forbidden: rules, options };
