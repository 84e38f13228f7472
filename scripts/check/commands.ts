import { type SourceFile, sourceFiles } from './source-files.ts';

interface Obligation {
  readonly what: string;
  /** Found in the command's test, in a title or in the code. */
  readonly sign: RegExp;
}

/** What the test of each command must show. A sign is a reminder, no proof; reviewers read the test. */
const obligations: readonly Obligation[] = [
  { what: 'that it works for somebody who may', sign: /\bexpect\(/ },
  {
    what: 'a refusal by role',
    sign: /expect(Role)?Walls\(|\brole|\bcannot\b|\bmay not\b|\bnobody else\b|not[- ]found|ctxAs\('(mentor|participant|partner|auditor|verifier|finance|adviser)'/i,
  },
  {
    what: 'a refusal by state (or the words "has no state")',
    sign: /has no state|\bstate\b|\balready\b|precondition|conflict|\bclosed\b|\bended\b|\bonce\b|\bno longer\b|\btwice\b/i,
  },
  { what: 'its audit row', sign: /audit/i },
  {
    what: 'the tenant wall',
    sign: /expectWalls\(|\b(another|other|foreign|different|second) organisation|\btenant|\belsewhere\b|\bstranger/i,
  },
];

/** One command per file, with permission and audit, and a test that shows its five obligations. */
export function checkCommands(root: string): string[] {
  const files = sourceFiles(root, ['src/modules']).filter(({ path }) =>
    path.includes('/commands/'),
  );
  const tests = new Map(files.filter(isTest).map((file) => [file.path, file.text]));
  return files
    .filter((file) => !isTest(file))
    .flatMap((file) => [
      ...shapeFindings(file),
      ...testFindings(file.path, tests.get(file.path.replace(/\.ts$/, '.db.test.ts'))),
    ]);
}

function isTest({ path }: SourceFile): boolean {
  return path.endsWith('.test.ts');
}

function shapeFindings({ path, text }: SourceFile): string[] {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.ts$/, '');
  const name = stem.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const values = [...text.matchAll(/^export (?:async )?(?:const|let|function|class) (\w+)/gm)];
  const found: string[] = [];
  if (values.length !== 1 || values[0]?.[1] !== name) {
    found.push(`${path}: exports exactly one value, ${name}`);
  }
  if (!new RegExp(`export const ${name} = command\\(\\{`).test(text)) {
    found.push(`${path}: is made by command({ … })`);
  }
  if (!text.includes(`name: '${stem}'`)) found.push(`${path}: is named '${stem}' in the audit log`);
  if (!/^ {2}permission: \w+/m.test(text)) found.push(`${path}: names its permission`);
  if (!/\ballow\(/.test(text)) found.push(`${path}: asks allow(…) for this record`);
  if (!/\baudit\(/.test(text)) found.push(`${path}: writes an audit row`);
  return found;
}

function testFindings(path: string, test: string | undefined): string[] {
  if (test === undefined) return [`${path}: has no test beside it`];
  const missing = obligations.filter(({ sign }) => !sign.test(test)).map(({ what }) => what);
  const hint = missing.some((what) => /role|wall/.test(what)) ? ' (expectWalls helps)' : '';
  return missing.length === 0
    ? []
    : [`${path}: its test does not show ${missing.join(', ')}${hint}`];
}
