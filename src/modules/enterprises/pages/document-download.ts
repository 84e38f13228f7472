import { notFound } from '../../../kernel/errors.ts';
import { fileResponse } from '../../../platform/files/file-response.ts';
import { readFile } from '../../../platform/files/store-file.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { enterprisePermissions } from '../permissions.ts';
import { documentsOf } from '../reads.ts';
import { openEnrolment } from './open-enrolment.ts';

/** One document of the enterprise, as a download. */
export const loader = loadPage(async (args) => {
  const { enrolment, subject } = await openEnrolment(args, enterprisePermissions.document.read);
  const documents = await documentsOf(args.tx, enrolment);
  const seesRemoved = may(args.ctx.actor, enterprisePermissions.document.remove, subject);
  const document = documents.find(
    ({ id, removedAt }) => id === args.params['document'] && (removedAt === null || seesRemoved),
  );
  if (!document) throw notFound('document');
  return fileResponse(await readFile(args.tx, document.fileId));
});
