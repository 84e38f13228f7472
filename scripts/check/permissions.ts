import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Permission, roles } from '../../src/platform/permission.ts';
import { permissionParts } from './permissions-tables.ts';
import { type SourceFile, sourceFiles } from './source-files.ts';

interface Declared {
  readonly path: string;
  /** As code names it: `mentorPermissions.mentor.pause`. */
  readonly spelling: string;
  readonly permission: Permission;
}

/** One permission table out of the modules' parts: no resource twice, nobody unknown, nothing unasked. */
export async function checkPermissions(root: string): Promise<string[]> {
  const files = sourceFiles(root, ['src']);
  const declared = (
    await Promise.all(files.filter(isPart).map((file) => readPart(root, file.path)))
  ).flat();
  const code = files.filter((file) => !isPart(file)).map(({ text }) => text.replace(/\s+/g, ' '));
  return [
    ...ownershipFindings(declared),
    ...declared.flatMap((one) => findings(one, code)),
    ...shownFindings(declared),
  ];
}

function isPart({ path }: SourceFile): boolean {
  return path.startsWith('src/modules/') && path.endsWith('/permissions.ts');
}

async function readPart(root: string, path: string): Promise<Declared[]> {
  const part = (await import(pathToFileURL(join(root, path)).href)) as Record<string, unknown>;
  return Object.entries(part).flatMap(([table, resources]) =>
    Object.entries(resources as Record<string, Record<string, Permission>>).flatMap(
      ([resource, actions]) =>
        Object.entries(actions).map(([action, permission]) => ({
          path,
          spelling: `${table}.${resource}.${action}`,
          permission,
        })),
    ),
  );
}

/** The page of permissions shows every part. */
function shownFindings(declared: readonly Declared[]): string[] {
  return [...new Set(declared.map(({ path }) => path))]
    .filter((path) => !((/^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? '') in permissionParts))
    .map(
      (path) => `${path}: docs/permissions.md does not show it; add it to permissions-tables.ts`,
    );
}

function ownershipFindings(declared: readonly Declared[]): string[] {
  const owner = new Map<string, string>();
  const found = new Set<string>();
  for (const { path, permission } of declared) {
    const first = owner.get(permission.resource) ?? path;
    owner.set(permission.resource, first);
    if (first !== path) found.add(`${path}: "${permission.resource}" already belongs to ${first}`);
  }
  return [...found];
}

function findings({ path, spelling, permission }: Declared, code: readonly string[]): string[] {
  const known: readonly string[] = [...roles, 'public'];
  const found = Object.keys(permission.grants)
    .filter((role) => !known.includes(role))
    .map((role) => `${path}: ${spelling} grants to the unknown role "${role}"`);
  const [table = '', resource = ''] = spelling.split('.');
  const isAsked = code.some(
    (text) => text.includes(spelling) || text.includes(`${table}.${resource}[`),
  );
  if (!isAsked) found.push(`${path}: no command and no page asks for ${spelling}`);
  return found;
}
