import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { architectureTables } from './architecture-tables.ts';
import { type SourceFile, sourceFiles } from './source-files.ts';

const architecture = 'docs/architecture.md';
const tables =
  /(<!-- tables: made from architecture\.mjs by npm run check -- --write -->\n)[^]*?(<!-- end -->)/;
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
    ...wordFindings(root),
  ];
}

/** Writes the tables of docs/architecture.md anew. */
export function writeDocuments(root: string): void {
  const path = join(root, architecture);
  writeFileSync(path, withTables(readFileSync(path, 'utf8')));
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
  const path = join(root, architecture);
  if (!existsSync(path)) return [`${architecture}: is missing`];
  const text = readFileSync(path, 'utf8');
  if (!tables.test(text)) return [`${architecture}: has lost the marks around its tables`];
  return withTables(text) === text
    ? []
    : [`${architecture}: its tables are not those of architecture.mjs; npm run check -- --write`];
}

function withTables(text: string): string {
  return text.replace(tables, (_, open: string, close: string) => {
    return `${open}\n${architectureTables()}\n\n${close}`;
  });
}

function lengthFindings(documents: readonly SourceFile[]): string[] {
  return documents
    .filter(({ path, text }) => path === 'README.md' && text.split('\n').length > readmeLines + 1)
    .map(({ path }) => `${path}: at most ${readmeLines} lines`);
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
