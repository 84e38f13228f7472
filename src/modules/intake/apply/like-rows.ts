import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { duplicateKeys, type EnterpriseFields } from '../../enterprises/enterprise.ts';
import { type Duplicate, duplicatesOf } from '../../enterprises/reads.ts';
import { beyondReach } from '../../programmes/reach/reads.ts';

/**
 * Firms on record that an application may be about. Of those that the actor does not see, only one with the
 * same company number: that number is public, and no second record may have it.
 */
export async function likeIt(
  tx: Tx,
  ctx: Ctx,
  fields: EnterpriseFields,
  programmeId: string,
): Promise<(Duplicate & { isBeyond: boolean })[]> {
  const found = await duplicatesOf(tx, duplicateKeys(fields), programmeId);
  const ids = found.map((one) => one.id);
  const beyond = await beyondReach(tx, ctx.actor, ids);
  return found
    .map((one) => ({ ...one, isBeyond: beyond.has(one.id) }))
    .filter((one) => !one.isBeyond || one.because === 'company-number');
}
