import { sql } from 'kysely';
import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { duplicateKeys, enterpriseColumns } from '../../enterprises/enterprise.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { duplicatesOf } from '../../enterprises/reads.ts';
import {
  answerOf,
  enterpriseOf,
  figuresOfAnswers,
  missingColumns,
} from '../apply/accepted-facts.ts';
import { applicationById, updateApplication } from '../apply/application-rows.ts';
import { intakePermissions } from '../permissions.ts';
import { addContacts } from '../taking/contacts-step.ts';
import { enrolFirms } from '../taking/enrolments-step.ts';

/**
 * Makes an application an applicant of the programme: the enterprise (a new one, or the one on record that
 * it is), the person, the enrolment and the declared figures. Whether they are eligible is decided after.
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
    const fields = enterpriseOf(answers, application.name);
    const enterpriseId = input.enterpriseId ?? newId();
    if (input.enterpriseId === null) {
      const found = await duplicatesOf(tx, duplicateKeys(fields), programmeId);
      const like = found.filter((one) => !input.isAnother || one.because === 'company-number');
      if (like.length > 0) {
        throw precondition(
          `“${like[0]?.name}” on record may be the same. Choose it, or say that this is another one.`,
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
    await enrolFirms(
      tx,
      ctx,
      { programmeId, source: application.source === 'staff' ? 'staff' : 'public' },
      [
        {
          id: enterpriseId,
          tradingSince: fields.tradingSince,
          incorporatedOn: fields.incorporatedOn,
          isPreStart: fields.isPreStart,
        },
      ],
    );
    const enrolment = await tx
      .selectFrom('enrolment')
      .select('id')
      .where('programme_id', '=', programmeId)
      .where('enterprise_id', '=', enterpriseId)
      .executeTakeFirstOrThrow();
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
    await updateApplication(tx, ctx, application.id, { enrolment_id: enrolment.id });
    await audit({
      subject: ['application', application.id],
      changes: { enrolment: enrolment.id, enterprise: enterpriseId, isNew: !input.enterpriseId },
    });
    return { enrolmentId: enrolment.id, enterpriseId };
  },
});
