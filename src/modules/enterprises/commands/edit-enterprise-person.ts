import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { may } from '../../../platform/permission.ts';
import { changeReach } from '../../people/change-reach-step.ts';
import { optionalMailAddress, personName } from '../../people/person.ts';
import { editableDetails } from '../contact-details.ts';
import { contactOf } from '../contact-rows.ts';
import { line, recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentForUpdate } from '../reads.ts';
import { enterpriseForUpdate, makeLead, presentPeopleOf } from '../store.ts';

/**
 * Changes a person of the enterprise from the enterprise: position and main contact, and as far as
 * `editableDetails` allows name, mail address and telephone.
 */
export const editEnterprisePerson = command({
  name: 'edit-enterprise-person',
  permission: enterprisePermissions.enterprisePerson.edit,
  input: z.strictObject({
    enrolmentId: recordId,
    personId: recordId,
    version: z.int().positive(),
    position: line(100).default(''),
    /** Names the person main contact; taking it away means naming another. */
    isLead: z.boolean().default(false),
    /** Left out where the details are not to be changed. */
    reach: z
      .strictObject({ name: personName, email: optionalMailAddress, phone: line(50) })
      .optional(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const { enterpriseId, programmeId } = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId, enterpriseId });
    // Two who name main contacts in the same moment would leave two of them.
    await enterpriseForUpdate(tx, enterpriseId);
    const key = { enterpriseId, personId: input.personId };
    const contact = await contactOf(tx, key, ctx.clock.now());
    const isStaff = may(ctx.actor, enterprisePermissions.enterprise.create, { programmeId });
    const present = await presentPeopleOf(tx, enterpriseId);
    const isLead = present.some((one) => one.isLead && one.personId === ctx.actor.personId);
    const editable = editableDetails(contact, { personId: ctx.actor.personId, isStaff, isLead });
    if (editable === 'none') {
      throw precondition('Only the main contact of the enterprise, or the programme, can do this.');
    }
    if (input.reach && editable === 'position') {
      throw precondition(`${contact.name} keeps their own name, address and telephone.`);
    }
    if (input.reach?.email === '' && contact.isLead && contact.email !== null) {
      throw invalid({
        email: 'Letters to the enterprise go to the main contact: keep an address.',
      });
    }
    const changed = await changeReach(tx, ctx, {
      personId: contact.personId,
      version: input.version,
      reach: input.reach ?? null,
      refusesKnown: isStaff,
    });
    await tx
      .updateTable('enterprise_person')
      .set({ position: input.position })
      .where('enterprise_id', '=', enterpriseId)
      .where('person_id', '=', contact.personId)
      .execute();
    if (input.isLead) await makeLead(tx, enterpriseId, contact.personId, true);
    await audit({
      subject: ['enterprise', enterpriseId],
      changes: {
        person: contact.personId,
        ...changed,
        isPositionChanged: input.position !== contact.position,
        ...(input.isLead ? { lead: contact.personId } : {}),
      },
    });
    return { personId: contact.personId, version: changed.version };
  },
});
