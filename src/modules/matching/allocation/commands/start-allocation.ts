import { sql } from 'kysely';
import { z } from 'zod';
import { precondition } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { command } from '../../../../platform/command.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { matchingPermissions } from '../../permissions.ts';

/** Begins a proposal for a programme's open needs. Its advisers share one: where it is begun, it is given back. */
export const startAllocation = command({
  name: 'start-allocation',
  permission: matchingPermissions.allocation.start,
  input: z.strictObject({ programmeId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeById(tx, input.programmeId);
    if (programme.state === 'closed') throw precondition('This programme is closed.');
    const id = newId();
    const made = await tx
      .insertInto('allocation')
      .values({
        org_id: ctx.orgId,
        id,
        programme_id: programme.id,
        started_by: ctx.actor.personId,
        started_at: ctx.clock.now(),
      })
      .onConflict((clash) =>
        clash.columns(['org_id', 'programme_id']).where('state', '=', sql.lit('draft')).doNothing(),
      )
      .returning('id')
      .executeTakeFirst();
    const draft =
      made ??
      (await tx
        .selectFrom('allocation')
        .select('id')
        .where('programme_id', '=', programme.id)
        .where('state', '=', 'draft')
        .executeTakeFirstOrThrow());
    await audit({ subject: ['allocation', draft.id], changes: { isNew: made !== undefined } });
    return { allocationId: draft.id };
  },
});
