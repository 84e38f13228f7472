import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { makeLink } from '../../../platform/links.ts';
import { isMailAddress } from '../../../kernel/contact-details.ts';
import { queueMail } from '../../../platform/mail/outbox.ts';
import { may } from '../../../platform/permission.ts';
import { whomToRing } from '../../enterprises/advising/reads.ts';
import { recordId, strangersName } from '../../enterprises/inputs.ts';
import { programmeById } from '../../programmes/reads.ts';
import { resumePurpose } from '../apply/application-rows.ts';
import { draftDays } from '../apply/old-draft.ts';
import { mailedPurpose } from '../apply/proof.ts';
import { draftLetter } from '../mails.ts';
import { intakePermissions } from '../permissions.ts';

/**
 * Begins an application and sends the way back to it. The answer is the same whether or not the person or
 * their firm is known. Staff may begin one for somebody else, also where the public page is closed.
 */
export const startApplication = command({
  name: 'start-application',
  permission: intakePermissions.application.apply,
  sealsAnswer: true,
  input: z.strictObject({
    programmeId: recordId,
    name: strangersName('Enter your name.'),
    email: z
      .string()
      .trim()
      .max(320)
      .toLowerCase()
      .refine(isMailAddress, 'Enter an email address such as name@example.org.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const programme = await programmeById(tx, input.programmeId);
    allow({ programmeId: programme.id });
    const isStaff = may(ctx.actor, intakePermissions.application.enter, {
      programmeId: programme.id,
    });
    if (programme.state === 'closed' || (!isStaff && !programme.applications_open)) {
      throw precondition(`${programme.name} takes no applications now.`);
    }
    const id = newId();
    const now = ctx.clock.now();
    await tx
      .insertInto('application')
      .values({
        org_id: ctx.orgId,
        id,
        programme_id: programme.id,
        source: isStaff ? 'staff' : 'public',
        applicant_name: input.name,
        applicant_email: input.email,
        created_at: now,
        updated_at: now,
      })
      .execute();
    const life = { subjectId: id, days: draftDays };
    const link = await makeLink(tx, ctx, { purpose: resumePurpose, ...life });
    const mailed = await makeLink(tx, ctx, { purpose: mailedPurpose, ...life });
    const words = draftLetter({
      // Whoever typed this address has not shown yet that it is theirs: nothing else of theirs goes there.
      name: isStaff ? input.name : null,
      programme: programme.name,
      url: mailed.url,
      days: draftDays,
      organisation: ctx.org.name,
    });
    const adviser = await whomToRing(tx, ctx.clock.now(), { programmeId: programme.id });
    await queueMail(tx, ctx, {
      to: { address: input.email, name: isStaff ? input.name : '' },
      kind: 'application-draft',
      ...words,
      about: ['application', id],
      answersTo: adviser?.personId,
      urgent: true,
    });
    await audit({
      subject: ['application', id],
      changes: { source: isStaff ? 'staff' : 'public' },
    });
    return { applicationId: id, secret: link.secret };
  },
});
