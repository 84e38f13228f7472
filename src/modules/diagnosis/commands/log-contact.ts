import { z } from 'zod';
import { dateInZone, isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { cadenceOf } from '../../enterprises/enrolment.ts';
import { enrolmentForUpdate, peopleOf } from '../../enterprises/reads.ts';
import { englandWalesHolidays } from '../../programmes/holidays/england-wales.ts';
import { programmeById } from '../../programmes/reads.ts';
import { contactKinds, nextContactOn, silentBefore } from '../contact.ts';
import { risksOf } from '../contacts/reads.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { intervalAtRisk } from '../risk.ts';

const answer = z.string().trim().max(2000).default('');

/**
 * Logs an adviser's contact with the four weekly questions and "has the main issue changed?". A failed
 * attempt is kept but is no contact: it leaves the last contact as it was. Sets the next date.
 */
export const logContact = command({
  name: 'log-contact',
  permission: diagnosisPermissions.contact.log,
  input: z.strictObject({
    enrolmentId: z.uuid(),
    kind: z.enum(contactKinds, 'Choose how you were in touch.'),
    happenedAt: z.iso.datetime('Enter when it was.').optional(),
    withPersonId: z.uuid().optional(),
    achieved: answer,
    planned: answer,
    blocking: answer,
    learned: answer,
    hasIssueChanged: z.boolean().nullable().default(null),
    changedIssue: answer,
    nextContactOn: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (enrolment.state === 'closed' || enrolment.state === 'withdrawn') {
      throw precondition('This enterprise is no longer in the programme.');
    }
    const now = ctx.clock.now();
    const happenedAt = input.happenedAt ?? now;
    if (happenedAt > now) throw invalid({ happenedAt: 'A contact cannot be in the future.' });
    if (input.withPersonId !== undefined) {
      const people = await peopleOf(tx, enrolment.enterpriseId);
      if (!people.some((person) => person.personId === input.withPersonId)) {
        throw invalid({ withPersonId: 'Choose somebody of this enterprise.' });
      }
    }
    const programme = await programmeById(tx, enrolment.programmeId);
    const happenedOn = dateInZone(happenedAt, programme.zone);
    const cadence = cadenceOf(enrolment, programme.cadence);
    const { days, because } = intervalAtRisk(
      cadence,
      {
        ...(await risksOf(tx, enrolment.id, programme.zone)),
        silentSince: silentBefore(enrolment.lastContactOn, happenedOn, cadence),
      },
      happenedOn,
    );
    const next =
      input.nextContactOn ?? nextContactOn(input.kind, happenedOn, days, englandWalesHolidays);
    const why = input.nextContactOn === undefined && input.kind !== 'attempt' ? because : '';
    if (next <= happenedOn) {
      throw invalid({ nextContactOn: 'The next contact must be after this one.' });
    }
    const id = newId();
    await tx
      .insertInto('contact')
      .values({
        org_id: ctx.orgId,
        id,
        enrolment_id: enrolment.id,
        kind: input.kind,
        happened_at: happenedAt,
        with_person_id: input.withPersonId ?? null,
        adviser_id: ctx.actor.personId,
        achieved: input.achieved,
        planned: input.planned,
        blocking: input.blocking,
        learned: input.learned,
        has_issue_changed: input.hasIssueChanged,
        changed_issue: input.changedIssue,
        next_contact_on: next,
        recorded_at: now,
      })
      .execute();
    const isContact = input.kind !== 'attempt';
    const isLatest = enrolment.lastContactOn === null || happenedOn >= enrolment.lastContactOn;
    if (isLatest) {
      await tx
        .updateTable('enrolment')
        .set({
          next_contact_on: next,
          next_contact_why: why,
          ...(isContact ? { last_contact_on: happenedOn } : {}),
        })
        .where('id', '=', enrolment.id)
        .execute();
    }
    await audit({
      subject: ['contact', id],
      changes: {
        enrolmentId: enrolment.id,
        kind: input.kind,
        next,
        hasIssueChanged: input.hasIssueChanged,
      },
    });
    return { contactId: id, nextContactOn: next, because: why };
  },
});
