import { z } from 'zod';
import { notFound } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { diagnosisPermissions } from '../../permissions.ts';

/** Brings a row of Today back that was put aside. */
export const bringRowBack = command({
  name: 'bring-row-back',
  permission: diagnosisPermissions.today.putAside,
  input: z.strictObject({ asideId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const aside = await tx
      .selectFrom('aside')
      .select(['id', 'programme_id', 'row_key'])
      .where('id', '=', input.asideId)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!aside) throw notFound('row');
    allow({ programmeId: aside.programme_id });
    await tx
      .updateTable('aside')
      .set({ ended_by: ctx.actor.personId, ended_at: ctx.clock.now() })
      .where('id', '=', aside.id)
      .execute();
    await audit({ subject: ['aside', aside.id], changes: { rowKey: aside.row_key } });
    return { rowKey: aside.row_key };
  },
});
