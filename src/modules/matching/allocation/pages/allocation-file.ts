import { notFound } from '../../../../kernel/errors.ts';
import { fileResponse } from '../../../../platform/files/file-response.ts';
import { loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { thaw } from '../frozen.ts';
import { keptFile } from '../allocation-rows.ts';

/** What a sent allocation was solved from, or what came of it, as the command line checks it. Ids and points only. */
export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, matchingPermissions.allocation.read, { programmeId: programme.id })) {
    throw notFound();
  }
  const file = params['file'];
  if (file !== 'input' && file !== 'result') throw notFound();
  const packed = await keptFile(tx, programme.id, params['allocation'] ?? '', file);
  return fileResponse({
    name: `${file}.json`,
    type: 'application/json',
    bytes: new TextEncoder().encode(thaw(packed)),
  });
});
