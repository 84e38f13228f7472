import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { inviteOne } from '../../people/invite-step.ts';
import { invitableOf } from '../../people/inviting/reads.ts';
import { peoplePermissions } from '../../people/permissions.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { runForUpdate } from '../store.ts';
import { peopleOfRun } from '../taking/people-of-run-rows.ts';
import { mayImport } from '../taking/target.ts';

/** Invites people whom a list brought, all together; whoever was invited meanwhile is passed over. */
export const inviteImported = command({
  name: 'invite-imported',
  permission: peoplePermissions.invitation.send,
  input: z.strictObject({
    runId: recordId,
    personIds: z.array(recordId).min(1, 'Tick at least one person.').max(500),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const run = await runForUpdate(tx, input.runId);
    allow({});
    if (!mayImport(ctx.actor, run.kind, run.programme_id)) throw notFound('import');
    const ofRun = new Set(await peopleOfRun(tx, run.id, run.kind));
    if (input.personIds.some((id) => !ofRun.has(id))) throw notFound('person');
    const people = await invitableOf(tx, ctx, input.personIds);
    if (people.length === 0) throw precondition('They are invited already, or can sign in.');
    for (const { id } of people) await inviteOne(tx, ctx, id);
    await audit({
      subject: ['import_run', run.id],
      changes: { invited: people.map(({ id }) => id) },
    });
    return { invited: people.length };
  },
});
