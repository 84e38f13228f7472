import { sql } from 'kysely';
import { z } from 'zod';
import { dateInZone } from '../../../kernel/calendar.ts';
import { invalid, notFound, precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { queueMail } from '../../../platform/mail/outbox.ts';
import { whomToRing } from '../../enterprises/advising/reads.ts';
import { stateFacts } from '../../enterprises/eligibility/state-facts-step.ts';
import { stateIntention } from '../../enterprises/eligibility/state-intention-step.ts';
import { enrolFirms } from '../../enterprises/enrol-step.ts';
import { enterpriseColumns } from '../../enterprises/enterprise.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { addresseeOf, advisersOf, enrolmentForUpdate } from '../../enterprises/reads.ts';
import { returnToProgramme } from '../../enterprises/return-to-programme-step.ts';
import { stateSharing } from '../../enterprises/state-sharing-step.ts';
import { beyondReach } from '../../programmes/reach/reads.ts';
import { programmeById } from '../../programmes/reads.ts';
import {
  answerOf,
  enterpriseOf,
  figuresOfAnswers,
  isFirmsOwn,
  missingColumns,
} from '../apply/accepted-facts.ts';
import { applicationById, updateApplication } from '../apply/application-rows.ts';
import { likeIt } from '../apply/like-rows.ts';
import { isUnproved } from '../apply/proof.ts';
import { statedFactsOfAnswers } from '../apply/stated-answers.ts';
import { intakePermissions } from '../permissions.ts';
import { addContacts } from '../taking/contacts-step.ts';
import { linkedLetter } from '../mails.ts';
import { cutText } from '../../../kernel/text.ts';

/**
 * Makes an application an applicant of the programme: the enterprise (a new one, or the one on record that
 * it is), the person, the enrolment, the declared figures, and what an adviser has to confirm. Whether they are eligible is decided after.
 */
export const acceptApplication = command({
  name: 'accept-application',
  permission: intakePermissions.application.accept,
  input: z.strictObject({
    applicationId: recordId,
    version: z.int(),
    /** The enterprise on record; null makes a new one. */
    enterpriseId: recordId.nullable(),
    /** Said by staff who have seen that records like it are other firms. */
    isAnother: z.boolean().default(false),
    /** Who advises the firm; whoever accepts, being an adviser here, when left out. Null: nobody yet. */
    adviserId: recordId.nullable().optional(),
    /** How staff know that the address is the applicant's; asked for while nobody has answered the letter there. */
    addressKnown: z.string().trim().max(500).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const application = await applicationById(tx, input.applicationId, true);
    const { programmeId, answers } = application;
    allow({ programmeId });
    if (application.enrolmentId !== null) throw precondition('This was accepted already.');
    if (application.state !== 'submitted') {
      throw precondition('Only an application that was sent can be accepted.');
    }
    checkVersion(application, input.version, 'application');
    const programme = await programmeById(tx, programmeId);
    if (programme.state === 'closed') {
      throw precondition(`${programme.name} is closed and takes nobody in any more.`);
    }
    const vouches = isUnproved(application);
    if (vouches && input.addressKnown === '') {
      throw invalid({
        addressKnown: `Nobody has shown yet that ${application.email} is the applicant’s. Say how you know, or send the letter again and wait.`,
      });
    }
    const fields = enterpriseOf(answers, application.name);
    const enterpriseId = input.enterpriseId ?? newId();
    if (input.enterpriseId === null) {
      const like = await likeIt(tx, ctx, fields, programmeId);
      const first = like.find((one) => !input.isAnother || one.because === 'company-number');
      if (first?.isBeyond && !isFirmsOwn(application, fields.companyNumber, fields.companyNumber)) {
        throw precondition(
          `“${first.name}” is in a programme that you do not see. Let it apply on the public page, or ask somebody who works for the whole organisation to take it in.`,
        );
      }
      if (first) {
        throw precondition(
          `“${first.name}” on record may be the same. Choose it, or say that this is another one.`,
        );
      }
      await tx
        .insertInto('enterprise')
        .values({ org_id: ctx.orgId, id: enterpriseId, ...enterpriseColumns(fields) })
        .execute();
    } else {
      const stored = await tx
        .selectFrom('enterprise')
        .selectAll()
        .where('id', '=', input.enterpriseId)
        .where('merged_into', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      if (!stored) throw notFound('enterprise');
      const isBeyond = (await beyondReach(tx, ctx.actor, [stored.id])).has(stored.id);
      if (isBeyond && !isFirmsOwn(application, fields.companyNumber, stored.company_number)) {
        throw notFound('enterprise');
      }
      if (isBeyond) await tellMainContact(tx, ctx, stored, application);
      await tx
        .updateTable('enterprise')
        .set({ ...missingColumns(stored, fields), version: sql<number>`version + 1` })
        .where('id', '=', stored.id)
        .execute();
    }
    await addContacts(tx, ctx, [
      {
        enterpriseId,
        personId: null,
        name: application.name,
        email: application.email || null,
        phone: answerOf(answers, 'about-you', 'phone') || null,
        position: answerOf(answers, 'about-you', 'position') || null,
        isLead: false,
        isFirst: false,
      },
    ]);
    const adviserId = await adviserOf(tx, ctx, programmeId, input.adviserId);
    const places = await enrolFirms(
      tx,
      ctx,
      programme,
      { adviserId, source: application.source === 'staff' ? 'staff' : 'public' },
      [
        {
          id: enterpriseId,
          tradingSince: fields.tradingSince,
          incorporatedOn: fields.incorporatedOn,
          isPreStart: fields.isPreStart,
        },
      ],
    );
    const place = places.get(enterpriseId);
    if (!place) throw notFound('enterprise');
    const enrolment = await enrolmentForUpdate(tx, place.enrolmentId);
    if (place.was === 'out') {
      const state = await returnToProgramme(tx, ctx, enrolment, programme);
      await audit({
        action: 'reopen-enrolment',
        subject: ['enrolment', enrolment.id],
        reason: 'It applied again.',
        changes: { state: { from: enrolment.state, to: state }, application: application.id },
      });
    }
    if (adviserId !== null && (place.was === 'out' || enrolment.adviserId === null)) {
      await tx
        .updateTable('enrolment')
        .set({ adviser_id: adviserId })
        .where('id', '=', enrolment.id)
        .execute();
    }
    const figures = figuresOfAnswers(answers).map((figure) => ({
      org_id: ctx.orgId,
      id: newId(),
      enterprise_id: enterpriseId,
      enrolment_id: enrolment.id,
      ...figure,
      currency: figure.kind === 'turnover' ? ctx.org.currency : null,
      year_ends_on: answerOf(answers, 'size', 'yearEndsOn') || ctx.clock.today(ctx.org.zone),
      source: 'declaration',
      recorded_by: ctx.actor.personId,
      recorded_at: ctx.clock.now(),
    }));
    if (figures.length > 0) await tx.insertInto('measure').values(figures).execute();
    const statedOn = dateInZone(application.submittedAt ?? ctx.clock.now(), ctx.org.zone);
    await stateFacts(tx, ctx, enrolment.id, statedFactsOfAnswers(answers, statedOn));
    await stateIntention(
      tx,
      ctx,
      enrolment.id,
      cutText(answerOf(answers, 'growth', 'plans'), 2000),
    );
    await stateSharing(tx, ctx, enrolment.id, {
      sharing: answerOf(answers, 'declarations', 'sharing'),
      on: statedOn,
    });
    await updateApplication(tx, ctx, application.id, {
      enrolment_id: enrolment.id,
      ...(vouches ? { address_vouched_by: ctx.actor.personId } : {}),
    });
    await audit({
      subject: ['application', application.id],
      ...(vouches ? { reason: input.addressKnown } : {}),
      changes: {
        enrolment: enrolment.id,
        enterprise: enterpriseId,
        isNew: !input.enterpriseId,
        cameBack: place.was === 'out',
      },
    });
    return { enrolmentId: enrolment.id, enterpriseId, cameBack: place.was === 'out' };
  },
});

/** The adviser of a firm that is accepted; an application that is read by an adviser is theirs unless they say otherwise. */
async function adviserOf(
  tx: Tx,
  ctx: Ctx,
  programmeId: string,
  wanted: string | null | undefined,
): Promise<string | null> {
  if (wanted === null) return null;
  const advisers = await advisersOf(tx, programmeId, ctx.clock.now());
  const isAdviser = (id: string | null) => advisers.some((adviser) => adviser.id === id);
  if (wanted === undefined) return isAdviser(ctx.actor.personId) ? ctx.actor.personId : null;
  if (!isAdviser(wanted)) throw invalid({ adviser: 'Choose an adviser of this programme.' });
  return wanted;
}

/**
 * Anybody can type a company number, so the firm's own contact hears of it: another programme is about to see
 * what the firm has told the organisation.
 */
async function tellMainContact(
  tx: Tx,
  ctx: Ctx,
  firm: { id: string; name: string },
  application: { id: string; programmeId: string; name: string; email: string },
): Promise<void> {
  const contact = await addresseeOf(tx, firm.id);
  if (contact === null || contact.email.toLowerCase() === application.email.toLowerCase()) return;
  const programme = await programmeById(tx, application.programmeId);
  const { programmeId } = application;
  const adviser = await whomToRing(tx, ctx.clock.now(), { programmeId });
  await queueMail(tx, ctx, {
    to: { personId: contact.personId, address: contact.email, name: contact.name },
    kind: 'application-linked',
    ...linkedLetter({
      name: contact.name,
      ...{ firm: firm.name, applicant: application.name, programme: programme.name },
      organisation: ctx.org.name,
    }),
    about: ['application', application.id],
    answersTo: adviser?.personId,
  });
}
