import { expect } from 'vitest';
import { AppError } from '../../src/kernel/errors.ts';
import type { Ctx } from '../../src/platform/context.ts';
import { type Permission, type Role, roles } from '../../src/platform/permission.ts';
import { makeWorld, type World } from './world.ts';

type Attempt<I> = ((ctx: Ctx, input: I) => Promise<unknown>) & {
  readonly spec: { readonly name: string; readonly permission: Permission };
};

/**
 * Tries a command that would succeed: as each role that its permission does not list, and as every role of
 * another organisation. All must find nothing, and no audit row may appear. Call it before the command runs.
 */
export async function expectWalls<I>(world: World, command: Attempt<I>, input: I): Promise<void> {
  const { name, permission } = command.spec;
  const before = await auditRows(world);
  for (const role of roles.filter((each) => permission.grants[each] === undefined)) {
    await expectNothing(command(await world.ctxAs(role), input), `${name} as ${role}`);
  }
  const elsewhere = await makeWorld(world.app);
  const noRoles = await auditRows(elsewhere);
  for (const role of Object.keys(permission.grants) as (Role | 'public')[]) {
    if (role === 'public') continue;
    const stranger = await elsewhere.ctxAs(role);
    await expectNothing(command(stranger, input), `${name} as ${role} of another organisation`);
  }
  expect(await auditRows(world)).toBe(before);
  expect(await auditRows(elsewhere)).toBe(noRoles);
}

async function expectNothing(attempt: Promise<unknown>, who: string): Promise<void> {
  const outcome = await attempt.then(
    () => 'succeeded',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
  expect(outcome, who).toBe('not-found');
}

async function auditRows(world: World): Promise<number> {
  const rows = await world.app.database.read(world.orgId, (tx) =>
    tx.selectFrom('audit').select('seq').execute(),
  );
  return rows.length;
}
