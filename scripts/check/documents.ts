import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { architectureTables } from './architecture-tables.ts';
import { endingsTables } from './endings-tables.ts';
import { permissionsTables } from './permissions-tables.ts';
import { type SourceFile, sourceFiles } from './source-files.ts';

const tables = /(<!-- tables: made from \S+ by npm run check -- --write -->\n)[^]*?(<!-- end -->)/;
/** Documents with tables that are made from data. */
const made: readonly { path: string; from: string; text: () => string }[] = [
  { path: 'docs/architecture.md', from: 'architecture.mjs', text: architectureTables },
  {
    path: 'docs/endings.md',
    from: 'src/modules/leaving/consequences.ts',
    text: endingsTables,
  },
  { path: 'docs/permissions.md', from: 'src/modules', text: permissionsTables },
];
const topFolders = /^(src|test|scripts|schema|migrations|packages|docs|bench|public|\.ci)\//;
const readmeLines = 120;
const glossary = 'docs/glossary.md';

/** Documents name files that exist, link to places that exist, and show the table that is enforced. */
export function checkDocuments(root: string): string[] {
  const documents = documentsOf(root);
  return [
    ...documents.flatMap((document) => referenceFindings(root, document)),
    ...tableFindings(root),
    ...lengthFindings(documents),
    ...decisionFindings(documents),
    ...wordFindings(root),
  ];
}

/** Writes the tables of the documents anew. */
export function writeDocuments(root: string): void {
  for (const { path, text } of madeIn(root)) {
    const file = join(root, path);
    writeFileSync(file, withTables(readFileSync(file, 'utf8'), text()));
  }
}

function documentsOf(root: string): SourceFile[] {
  const top = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((name) =>
    existsSync(join(root, name)),
  );
  return [
    ...top.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
    ...sourceFiles(root, ['docs', 'packages'], ['.md']),
  ];
}

function referenceFindings(root: string, { path, text }: SourceFile): string[] {
  // The tables also hold places that are still empty.
  const prose = text
    .replace(/^```[^]*?^```/gm, '')
    .replace(tables, '')
    .replace(/<!--[^]*?-->/g, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  const named = [...prose.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '');
  const broken = [
    ...links
      .filter((link) => !/^[a-z]+:|^#/.test(link))
      .map((link) => normalize(join(dirname(path), link.replace(/#.*$/, '')))),
    // A name with a gap in it (<noun>, NNNN, *, …) is a pattern, not a file.
    ...named.filter((name) => topFolders.test(name) && !/[<>*…{}:]|NNNN/.test(name)),
  ].filter((target) => !existsSync(join(root, target)));
  return broken.map((target) => `${path}: names ${target}, which does not exist`);
}

function tableFindings(root: string): string[] {
  return madeIn(root).flatMap(({ path, from, text }) => {
    const file = join(root, path);
    if (!existsSync(file)) return [`${path}: is missing`];
    const kept = readFileSync(file, 'utf8');
    if (!tables.test(kept)) return [`${path}: has lost the marks around its tables`];
    return withTables(kept, text()) === kept
      ? []
      : [`${path}: its tables are not those of ${from}; npm run check -- --write`];
  });
}

/** Whoever has the data has the document. */
function madeIn(root: string): typeof made {
  return made.filter(
    ({ path, from }) =>
      !from.startsWith('src/') || existsSync(join(root, from)) || existsSync(join(root, path)),
  );
}

function withTables(document: string, made: string): string {
  return document.replace(tables, (_, open: string, close: string) => {
    return `${open}\n${made}\n\n${close}`;
  });
}

function lengthFindings(documents: readonly SourceFile[]): string[] {
  return documents
    .filter(({ path, text }) => path === 'README.md' && text.split('\n').length > readmeLines + 1)
    .map(({ path }) => `${path}: at most ${readmeLines} lines`);
}

/** Every decision has a number of its own, says it in its title, and stands in the list of decisions. */
function decisionFindings(documents: readonly SourceFile[]): string[] {
  const list = documents.find(({ path }) => path === 'docs/decisions/README.md')?.text ?? '';
  const numbers = new Map<string, string>();
  return documents.flatMap(({ path, text }) => {
    const [, name = '', number = ''] = /^docs\/decisions\/((\d{4})-.+\.md)$/.exec(path) ?? [];
    if (number === '') return [];
    const other = numbers.get(number);
    numbers.set(number, path);
    return [
      ...(other === undefined ? [] : [`${path}: has the number of ${other}`]),
      ...(text.startsWith(`# ${number} `)
        ? []
        : [`${path}: its title does not begin with its number`]),
      ...(list.includes(`| [${number}](${name}) |`) ? [] : [`${path}: is missing in the list`]),
    ];
  });
}

/** Quoted names belong to the account library, which has its own words. */
function wordFindings(root: string): string[] {
  const migrations = sourceFiles(root, ['migrations'], ['.sql']);
  if (migrations.length === 0) return [];
  const words = readFileSync(join(root, glossary), 'utf8');
  return migrations
    .flatMap(({ text }) => [...text.matchAll(/^create table ([a-z_]+)/gm)].map((match) => match[1]))
    .filter((table) => !words.includes(`\`${table}\``))
    .map((table) => `${glossary}: has no word for the table ${table}`);
}
