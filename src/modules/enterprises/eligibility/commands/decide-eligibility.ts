import { z } from 'zod';
import { addDays } from '../../../../kernel/calendar.ts';
import { invalid, precondition } from '../../../../kernel/errors.ts';
import { listWords } from '../../../../kernel/text.ts';
import { checkVersion, command } from '../../../../platform/command.ts';
import type { Ctx } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database.ts';
import { queueMail } from '../../../../platform/mail/outbox.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { whomToRing } from '../../advising/reads.ts';
import { cadenceOf } from '../../enrolment.ts';
import { prose, recordId } from '../../inputs.ts';
import { decisionLetter } from '../../mails.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { addresseeOf, advisersOf, type Enrolment, enrolmentForUpdate } from '../../reads.ts';
import { updateEnrolment } from '../../store.ts';
import { eligibilityOn } from '../reads.ts';
import { recordTests } from '../store.ts';
import { eligibilityTestWords } from '../test-result.ts';

/** Takes the applicant in, or refuses it with reasons and a way on; the letter goes out with it. */
export const decideEligibility = command({
  name: 'decide-eligibility',
  permission: enterprisePermissions.eligibility.decide,
  input: z.strictObject({
    enrolmentId: recordId,
    version: z.int(),
    isEligible: z.boolean(),
    /** The reasons as the applicant reads them; only for a refusal. */
    refusal: prose(4000).default(''),
    signpost: prose(2000).default(''),
    sendsLetter: z.boolean().default(true),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    checkVersion(enrolment, input.version, 'enterprise');
    if (enrolment.state !== 'applied' && enrolment.state !== 'not-eligible') {
      throw precondition('This enterprise is not waiting for a decision.');
    }
    const programme = await programmeById(tx, enrolment.programmeId);
    const today = ctx.clock.today(programme.zone);
    await recordTests(tx, ctx, enrolment, programme, null);
    const { overall } = await eligibilityOn(tx, enrolment, programme, today);
    if (input.isEligible && overall.verdict === 'not-eligible') {
      throw precondition(`A test is not met. ${overall.refusal.join(' ')}`);
    }
    if (input.isEligible && overall.verdict === 'undecided') {
      const open = [
        ...overall.missing,
        ...overall.adviser.map((test) => `your judgement on “${eligibilityTestWords[test]}”`),
      ];
      throw precondition(`Still missing: ${listWords(open)}.`);
    }
    if (!input.isEligible && overall.verdict === 'eligible') {
      throw precondition('Every test is met, so there is no reason to refuse.');
    }
    if (!input.isEligible && enrolment.state === 'not-eligible') {
      throw precondition('This enterprise was refused already and has had its letter.');
    }
    if (!input.isEligible && input.refusal === '') {
      throw invalid({ refusal: 'Give the reasons; the applicant reads them.' });
    }
    const adviserId = input.isEligible ? await adviserOf(tx, ctx, enrolment) : enrolment.adviserId;
    const isTakenOver = adviserId !== enrolment.adviserId;
    await updateEnrolment(tx, enrolment.id, {
      adviser_id: adviserId,
      state: input.isEligible ? 'eligible' : 'not-eligible',
      eligible_on: input.isEligible ? today : null,
      decided_by: ctx.actor.personId,
      refusal: input.isEligible ? null : input.refusal,
      signpost: input.isEligible ? null : input.signpost || null,
      next_contact_on: input.isEligible
        ? addDays(today, Math.min(7, cadenceOf(enrolment, programme.cadence)))
        : null,
    });
    const to = input.sendsLetter ? await addresseeOf(tx, enrolment.enterpriseId) : null;
    if (to) {
      const enrolmentId = enrolment.id;
      const adviser = await whomToRing(tx, ctx.clock.now(), { enrolmentId });
      await queueMail(tx, ctx, {
        to: { personId: to.personId, address: to.email, name: to.name },
        about: ['enrolment', enrolment.id],
        answersTo: adviser?.personId,
        ...decisionLetter({
          addressee: to.name,
          enterprise: enrolment.enterpriseName,
          programme: programme.name,
          organisation: ctx.org.name,
          isEligible: input.isEligible,
          hasApplied: enrolment.source !== 'import',
          refusal: input.refusal,
          signpost: input.signpost,
        }),
      });
    }
    await audit({
      subject: ['enrolment', enrolment.id],
      changes: {
        state: { from: enrolment.state, to: input.isEligible ? 'eligible' : 'not-eligible' },
        overridden: overall.verdict === 'eligible' ? overall.overridden : [],
        letter: to !== null,
        ...(isTakenOver ? { adviser: { from: enrolment.adviserId, to: adviserId } } : {}),
      },
    });
    return {
      enrolmentId: enrolment.id,
      state: input.isEligible ? ('eligible' as const) : ('not-eligible' as const),
      letterTo: to?.email ?? null,
      isTakenOver,
      hasAdviser: adviserId !== null,
    };
  },
});

/** Whom the firm has, or else the adviser who takes it in: its first contact is due within a week, and must be somebody's. */
async function adviserOf(tx: Tx, ctx: Ctx, enrolment: Enrolment): Promise<string | null> {
  if (enrolment.adviserId !== null) return enrolment.adviserId;
  const advisers = await advisersOf(tx, enrolment.programmeId, ctx.clock.now());
  return advisers.find(({ id }) => id === ctx.actor.personId)?.id ?? null;
}
