import { addDays } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import type { Programme } from '../programmes/reads.ts';
import { cadenceOf, type EnrolmentState, reopenedState } from './enrolment.ts';
import type { Enrolment } from './reads.ts';
import { updateEnrolment } from './store.ts';

/** Takes a locked enrolment of a firm that left, or was refused, back; gives the state it comes back to. */
export async function returnToProgramme(
  tx: Tx,
  ctx: Ctx,
  enrolment: Enrolment,
  programme: Programme,
): Promise<EnrolmentState> {
  const state = reopenedState(enrolment);
  const today = ctx.clock.today(programme.zone);
  await updateEnrolment(tx, enrolment.id, {
    state,
    closed_on: null,
    closure_reason: null,
    next_contact_on:
      state === 'eligible' ? addDays(today, cadenceOf(enrolment, programme.cadence)) : null,
  });
  return state;
}
