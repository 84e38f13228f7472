import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentById } from '../reads.ts';

/** Undoes the removal of a document. */
export const restoreDocument = command({
  name: 'restore-document',
  permission: enterprisePermissions.document.remove,
  input: z.strictObject({ enrolmentId: recordId, documentId: recordId }),
  async run({ tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const row = await tx
      .updateTable('document')
      .set({ removed_at: null })
      .where('id', '=', input.documentId)
      .where('enterprise_id', '=', enrolment.enterpriseId)
      .where((by) => by.or([by('enrolment_id', '=', enrolment.id), by('enrolment_id', 'is', null)]))
      .where('removed_at', 'is not', null)
      .returning(['id', 'title'])
      .executeTakeFirst();
    if (!row) throw precondition('This document is on the list already.');
    await audit({ subject: ['document', row.id], changes: { isRemoved: false } });
    return { documentId: row.id, title: row.title };
  },
});
