import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { sharings } from './sharing.ts';
import { updateEnrolment } from './store.ts';

/** Keeps what an applicant said about being introduced; an application of before, which did not ask, changes nothing. */
export async function stateSharing(
  tx: Tx,
  ctx: Ctx,
  enrolmentId: string,
  said: { sharing: string; on: string },
): Promise<void> {
  const sharing = sharings.find((one) => one === said.sharing);
  if (sharing === undefined) return;
  await updateEnrolment(tx, enrolmentId, {
    sharing,
    sharing_on: said.on,
    sharing_by: ctx.actor.personId,
  });
}
