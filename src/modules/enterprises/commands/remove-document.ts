import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentById } from '../reads.ts';

/** Takes a document off the list; the file is kept, so that it can be put back. */
export const removeDocument = command({
  name: 'remove-document',
  permission: enterprisePermissions.document.remove,
  input: z.strictObject({ enrolmentId: recordId, documentId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const row = await tx
      .updateTable('document')
      .set({ removed_at: ctx.clock.now() })
      .where('id', '=', input.documentId)
      .where('enterprise_id', '=', enrolment.enterpriseId)
      .where((by) => by.or([by('enrolment_id', '=', enrolment.id), by('enrolment_id', 'is', null)]))
      .where('removed_at', 'is', null)
      .returning(['id', 'title'])
      .executeTakeFirst();
    if (!row) throw precondition('This document was removed already.');
    await audit({ subject: ['document', row.id], changes: { isRemoved: true } });
    return { documentId: row.id, title: row.title };
  },
});
