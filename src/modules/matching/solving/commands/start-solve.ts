import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../../../../kernel/ids.ts';
import { command } from '../../../../platform/command.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { draftOf } from '../../allocation/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { solveDeskJobName } from '../desk-solve.ts';

/**
 * Has a programme's whole proposal worked out by a job. While one is under way no second one begins: it is given
 * back, and put to the queue again, so that a job lost with its machine goes on.
 */
export const startSolve = command({
  name: 'start-solve',
  permission: matchingPermissions.allocation.edit,
  input: z.strictObject({ programmeId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeById(tx, input.programmeId);
    const draft = await draftOf(tx, programme.id);
    const made = await tx
      .insertInto('desk_solve')
      .values({
        org_id: ctx.orgId,
        id: newId(),
        programme_id: programme.id,
        allocation_id: draft?.id ?? null,
        allocation_version: draft?.version ?? null,
        started_by: ctx.actor.personId,
        started_at: ctx.clock.now(),
      })
      .onConflict((clash) =>
        clash
          .columns(['org_id', 'programme_id'])
          .where('state', 'in', [sql.lit('waiting'), sql.lit('working')])
          .doNothing(),
      )
      .returning('id')
      .executeTakeFirst();
    const solve =
      made ??
      (await tx
        .selectFrom('desk_solve')
        .select('id')
        .where('programme_id', '=', programme.id)
        .where('state', 'in', ['waiting', 'working'])
        .executeTakeFirstOrThrow());
    await ctx.app.jobs.send(
      tx,
      solveDeskJobName,
      { orgId: ctx.orgId, solveId: solve.id },
      { singletonKey: solve.id },
    );
    await audit({ subject: ['desk-solve', solve.id], changes: { isNew: made !== undefined } });
    return { solveId: solve.id };
  },
});
