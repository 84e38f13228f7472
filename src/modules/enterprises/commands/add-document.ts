import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { storeFile } from '../../../platform/files/store-file.ts';
import { documentKinds } from '../document.ts';
import { recordId, requiredLine } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentById } from '../reads.ts';

/** Keeps a document of the enterprise: the file, what it is, who brought it when. */
export const addDocument = command({
  name: 'add-document',
  permission: enterprisePermissions.document.add,
  input: z.strictObject({
    enrolmentId: recordId,
    kind: z.enum(documentKinds, 'Choose what it is.'),
    title: requiredLine(200, 'Give it a title.'),
    fileName: z.string().min(1).max(255),
    bytes: z.instanceof(Uint8Array),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const file = await storeFile(tx, ctx, { bytes: input.bytes, name: input.fileName });
    const documentId = newId();
    await tx
      .insertInto('document')
      .values({
        org_id: ctx.orgId,
        id: documentId,
        enterprise_id: enrolment.enterpriseId,
        enrolment_id: enrolment.id,
        kind: input.kind,
        title: input.title,
        file_id: file.id,
        added_by: ctx.actor.personId,
        added_at: ctx.clock.now(),
      })
      .execute();
    await audit({
      subject: ['document', documentId],
      changes: { enrolment: enrolment.id, kind: input.kind, file: file.id },
    });
    return { documentId };
  },
});
