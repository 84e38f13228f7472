import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../scripts/check/source-files.ts';
import type { Ctx } from '../src/platform/context.ts';
import { type Permission, publicActor, roles } from '../src/platform/permission.ts';

type AnyCommand = ((ctx: Ctx, input: unknown) => Promise<unknown>) & {
  readonly spec: { readonly name: string; readonly permission: Permission };
};

const root = fileURLToPath(new URL('..', import.meta.url));
const files = sourceFiles(root, ['src/modules'], ['.ts'])
  .map(({ path }) => path)
  .filter((path) => path.includes('/commands/') && !path.endsWith('.test.ts'));

const commands = (
  await Promise.all(files.map((path) => import(pathToFileURL(join(root, path)).href)))
).flatMap((module) => Object.values(module as Record<string, AnyCommand>));

/** Everything that acts in the organisation, without a process behind it: what reads the database breaks. */
function ctxOf(role: (typeof roles)[number] | null): Ctx {
  const grants = role === null ? [] : [{ role, programmeId: null }];
  return {
    actor: { ...publicActor, kind: 'person', personId: 'somebody', grants },
  } as unknown as Ctx;
}

describe('every command refuses, before it reads anything,', () => {
  it.each(commands.map((command) => ({ name: command.spec.name, command })))(
    '$name: whoever its permission does not list',
    async ({ command }) => {
      const { grants } = command.spec.permission;
      const refused = [...roles, null].filter(
        (role) => grants.public === undefined && (role === null || grants[role] === undefined),
      );
      for (const role of refused) {
        const attempt = command(ctxOf(role), {});
        await expect(attempt, role ?? 'no role').rejects.toMatchObject({ code: 'not-found' });
      }
    },
  );

  it('and no two commands share a name', () => {
    const names = commands.map((command) => command.spec.name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
