import { precondition } from '../../kernel/errors.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { needForUpdate } from '../diagnosis/reads.ts';
import type { MentorLoad } from '../mentors/mentor.ts';
import { pairProblems } from './check-pair-step.ts';

interface Yes {
  needId: string;
  mentorId: string;
  /** Of the mentor, counted under the lock; the offer itself is in it. */
  load: MentorLoad;
  /** Staff record a yes that they heard, and may read why it comes too late. */
  isStaff: boolean;
}

/**
 * Refuses a yes to what has ended since the offer was made: the need, the firm's time, the mentor's readiness, the
 * pair, the place. The caller holds the locks of need and mentor.
 */
export async function refuseStaleYes(tx: Tx, ctx: Ctx, yes: Yes): Promise<void> {
  // Read again: the enrolment is not locked by who waited for the need, and may have been closed meanwhile.
  const need = await needForUpdate(tx, yes.needId);
  if (need.state === 'closed') {
    throw precondition(
      'This need was closed meanwhile, so nobody is asked for it any more. Thank you all the same.',
    );
  }
  if (need.programme_state === 'closed') {
    throw precondition('The programme has closed meanwhile. Thank you all the same.');
  }
  if (need.enrolment_state !== 'eligible') {
    throw precondition(
      'The enterprise has left the programme meanwhile, so no mentor is needed. Thank you all the same.',
    );
  }
  const [problem] = await pairProblems(tx, ctx, yes.needId, yes.mentorId);
  if (problem) throw precondition(tooLate(problem, yes.isStaff));
  const { agreedPlaces, liveMatches, offersOpen, heldForEvents, otherProgrammes } = yes.load;
  if (liveMatches + offersOpen + heldForEvents + otherProgrammes > agreedPlaces) {
    throw precondition(
      yes.isStaff
        ? `All ${agreedPlaces} places of this mentor are taken. Raise the number of places or end a match first.`
        : 'Thank you. By now you help as many enterprises as you have agreed to. Tell the programme if you would like to take one more; this offer stays open until then.',
    );
  }
}

function tooLate(problem: { because: string; isOwn: boolean }, isStaff: boolean): string {
  if (isStaff) return `The two cannot be matched any more. ${problem.because}`;
  // Why a pair is kept apart is nobody's business but the staff's.
  return problem.isOwn
    ? 'You are not taking on anything new at the moment, so this cannot begin. Please ask the programme, if you would like it to.'
    : 'This introduction cannot be made any more. Thank you all the same: the programme can tell you more.';
}
