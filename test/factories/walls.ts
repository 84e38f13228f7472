import { expect } from 'vitest';
import { AppError } from '../../src/kernel/errors.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { Ctx } from '../../src/platform/context.ts';
import { type Permission, type Role, roles } from '../../src/platform/permission.ts';
import { makeProgramme } from './programmes.ts';
import { makeWorld, type World } from './world.ts';

type Attempt<I> = ((ctx: Ctx, input: I) => Promise<unknown>) & {
  readonly spec: { readonly name: string; readonly permission: Permission };
};

/**
 * Tries a command that would succeed: as each role that its permission does not list, as every role of
 * another organisation, and as those of the own organisation who hold the role in another programme or
 * without being the ones it is about. All must find nothing, and no audit row may appear. Call it before the
 * command runs.
 */
export async function expectWalls<I>(world: World, command: Attempt<I>, input: I): Promise<void> {
  const { name, permission } = command.spec;
  const before = await auditRows(world);
  await expectRoleWalls(world, command, input);
  const elsewhere = await makeWorld(world.app);
  const noRoles = await auditRows(elsewhere);
  for (const role of Object.keys(permission.grants) as (Role | 'public')[]) {
    if (role === 'public') continue;
    const stranger = await elsewhere.ctxAs(role);
    await expectNothing(command(stranger, input), `${name} as ${role} of another organisation`);
  }
  await tryNeighbours(world, command, input);
  expect(await auditRows(world)).toBe(before);
  expect(await auditRows(elsewhere)).toBe(noRoles);
}

/**
 * The part of `expectWalls` for a command that is about no record, such as the first step of something new:
 * each role that its permission does not list finds nothing.
 */
export async function expectRoleWalls<I>(
  world: World,
  command: Attempt<I>,
  input: I,
): Promise<void> {
  const { name, permission } = command.spec;
  for (const role of roles.filter((each) => permission.grants[each] === undefined)) {
    await expectNothing(command(await world.ctxAs(role), input), `${name} as ${role}`);
  }
}

async function tryNeighbours<I>(world: World, command: Attempt<I>, input: I): Promise<void> {
  const { name, permission } = command.spec;
  const other = await makeProgramme(world.app, world.org, { programme: `Other ${newId()}` });
  for (const role of roles) {
    const relation = permission.grants[role];
    if (relation === 'programme') {
      const neighbour = await world.ctxAs(role, { programmeId: other.id });
      await expectNothing(command(neighbour, input), `${name} as ${role} of another programme`);
    }
    if (relation === 'own') {
      await expectNothing(command(await world.ctxAs(role), input), `${name} as another ${role}`);
    }
  }
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
