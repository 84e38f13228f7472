import { moduleLevels } from '../../architecture.mjs';
import { type SourceFile, sourceFiles } from './source-files.ts';

const maxLines = 300;

/** Names that say nothing about what is inside. */
const emptyNames = new Set(
  'common constants data handler helper helpers index info lib manager misc process service services shared stuff types util utils'.split(
    ' ',
  ),
);

/** Folders that a module or a sub-concern may hold; a sub-concern holds them, and no further sub-concern. */
const moduleFolders = new Set(['commands', 'pages']);
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.server)?$/;
const verbNoun = /^[a-z]+(-[a-z0-9]+)+$/;

/** What a file's name and place must be: design rule, docs/architecture.md. */
export function checkVocabulary(root: string): string[] {
  const files = sourceFiles(
    root,
    ['src', 'packages', 'test', 'scripts', 'bench'],
    ['.ts', '.tsx', '.mjs'],
  );
  return files.flatMap((file) => [
    ...nameFindings(file),
    ...lengthFindings(file),
    ...moduleFindings(file.path),
  ]);
}

function nameFindings({ path }: SourceFile): string[] {
  const parts = path.split('/').slice(1);
  const stem = bareName(parts.at(-1) ?? '');
  const found = [...parts.slice(0, -1), stem]
    .filter((part) => emptyNames.has(part))
    .map((part) => `${path}: "${part}" says nothing; name it after what it holds`);
  if (!kebab.test(stem) && stem !== 'virtual') {
    found.push(`${path}: file names are kebab-case, after what they export`);
  }
  return found;
}

function lengthFindings({ path, text }: SourceFile): string[] {
  const lines = text.split('\n').length - 1;
  return path.startsWith('src/') && lines > maxLines
    ? [`${path}: ${lines} lines; a file in src has at most ${maxLines}`]
    : [];
}

function moduleFindings(path: string): string[] {
  const [, name, ...inside] = /^src\/modules\/(.+)$/.test(path) ? path.split('/').slice(1) : [];
  if (name === undefined) return [];
  if (!moduleLevels.flat().includes(name)) {
    return [`${path}: architecture.mjs knows no module "${name}"`];
  }
  return placeFindings(path, inside, true);
}

function placeFindings(path: string, inside: readonly string[], mayHoldConcern: boolean): string[] {
  const [first = '', ...rest] = inside;
  if (rest.length === 0) return tsxFindings(path);
  if (first === 'commands') return commandFindings(path, rest);
  if (first === 'pages') {
    return rest.length === 1 ? [] : [`${path}: pages/ has no folders; make a sub-concern`];
  }
  if (mayHoldConcern) return placeFindings(path, rest, false);
  return [
    `${path}: a sub-concern holds ${[...moduleFolders].join('/, ')}/ and files, no further folders`,
  ];
}

function tsxFindings(path: string): string[] {
  return path.endsWith('.tsx') ? [`${path}: screens live in pages/`] : [];
}

function commandFindings(path: string, rest: readonly string[]): string[] {
  const stem = bareName(rest[0] ?? '');
  if (rest.length > 1) return [`${path}: commands/ has no folders; make a sub-concern`];
  if (path.endsWith('.tsx')) return [`${path}: a command knows no HTML`];
  return verbNoun.test(stem) ? [] : [`${path}: commands are named verb-noun`];
}

function bareName(file: string): string {
  return file.replace(/(\.db|\.journey)?(\.test)?(\.d)?\.(tsx?|mjs)$/, '');
}
