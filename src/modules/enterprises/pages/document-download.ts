import { notFound } from '../../../kernel/errors.ts';
import { fileResponse } from '../../../platform/files/file-response.ts';
import { readFile } from '../../../platform/files/store-file.ts';
import { loadPage } from '../../../platform/page.ts';
import { enterprisePermissions } from '../permissions.ts';
import { documentsOf } from '../reads.ts';
import { openEnrolment } from './open-enrolment.ts';

/** One document of the enterprise, as a download. */
export const loader = loadPage(async (args) => {
  const { enrolment } = await openEnrolment(args, enterprisePermissions.document.read);
  const documents = await documentsOf(args.tx, enrolment);
  const document = documents.find(({ id }) => id === args.params['document']);
  if (!document) throw notFound('document');
  return fileResponse(await readFile(args.tx, document.fileId));
});
