import { redirect } from 'react-router';
import { programmePaths } from '../../../../kernel/paths.ts';
import type { PageArgs } from '../../../../platform/page.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { isLarge } from '../reads.ts';

/**
 * Leads to the pages of a large programme, whose proposal a job works out.
 * @throws a redirect where the programme is large.
 */
export async function leaveLarge({ ctx, tx, params }: Pick<PageArgs, 'ctx' | 'tx' | 'params'>) {
  const programme = await programmeBySlug(tx, params['programme']);
  if (await isLarge(tx, programme.id)) {
    throw redirect(programmePaths(ctx.org.slug, programme.slug).matchDeskLarge);
  }
}
