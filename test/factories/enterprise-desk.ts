import { expect } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import type { Ctx } from '../../src/platform/context.ts';
import type { Tx } from '../../src/platform/database.ts';
import { auditReason } from './audit-reason.ts';
import type { TestApp } from './app.ts';
import type { EnrolmentTraits } from './enterprises.ts';
import { makeProgramme } from './programmes.ts';
import { expectWalls as expectCommonWalls } from './walls.ts';
import { makeWorld } from './world.ts';

/** A programme with one enrolment, its adviser at work, and people who may not do the adviser's work. */
export async function makeDesk(app: TestApp, traits: EnrolmentTraits = {}) {
  const world = await makeWorld(app);
  const enrolment = await world.enrolment(traits);
  const adviser = await world.ctxFor({ id: enrolment.adviserId ?? '' });
  const read = <T>(work: (tx: Tx) => Promise<T>) => app.database.read(world.orgId, work);
  return {
    world,
    enrolment,
    enrolmentId: enrolment.id,
    enterpriseId: enrolment.enterprise.id,
    adviser,
    read,
    write: <T>(work: (tx: Tx) => Promise<T>) => app.database.tenant(world.orgId, work),
    row: () =>
      read((tx) =>
        tx
          .selectFrom('enrolment')
          .selectAll()
          .where('id', '=', enrolment.id)
          .executeTakeFirstOrThrow(),
      ),
    /** Audit entries of one action, oldest first. */
    audited: (action: string) =>
      read((tx) =>
        tx
          .selectFrom('audit')
          .select(['subject_kind', 'subject_id', 'actor_id', auditReason, 'changes'])
          .where('action', '=', action)
          .orderBy('seq')
          .execute(),
      ),
    /** An adviser of another programme of the same organisation. */
    async neighbour(): Promise<Ctx> {
      const programme = await makeProgramme(app, world.org, { programme: `Other ${newId()}` });
      return world.ctxAs('adviser', { programmeId: programme.id });
    },
  };
}

export type Desk = Awaited<ReturnType<typeof makeDesk>>;

/**
 * The command finds nothing for roles that it does not list, for an adviser of another programme, for a
 * mentor who is not matched, and for everybody of another organisation.
 */
export async function expectWalls<I>(
  desk: Desk,
  run: Parameters<typeof expectCommonWalls<I>>[1],
  input: I,
): Promise<void> {
  await expectCommonWalls(desk.world, run, input);
  const outsiders = [
    await desk.world.ctxFor((await desk.world.mentor()).person),
    await desk.neighbour(),
  ];
  for (const outsider of outsiders) {
    await expect(run(outsider, input)).rejects.toMatchObject({ code: 'not-found' });
  }
}
