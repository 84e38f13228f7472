import { z } from 'zod';
import { checkVersion, command } from '../../../platform/command.ts';
import { describingFields } from '../enterprise.ts';
import { recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentById } from '../reads.ts';
import { enterpriseForUpdate, updateEnterprise } from '../store.ts';

/**
 * A firm changes its telephone number, website and description itself. What eligibility was decided on, such as
 * the company number and the address, is changed by staff only.
 */
export const describeEnterprise = command({
  name: 'describe-enterprise',
  permission: enterprisePermissions.enterprise.describe,
  input: z.strictObject({
    enrolmentId: recordId,
    /** The version of the enterprise, not of the enrolment. */
    version: z.int(),
    ...describingFields.shape,
  }),
  async run({ tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const stored = await enterpriseForUpdate(tx, enrolment.enterpriseId);
    checkVersion(stored, input.version, 'enterprise', 'phone', 'website', 'description');
    await updateEnterprise(tx, stored.id, {
      phone: input.phone || null,
      website: input.website || null,
      description: input.description || null,
    });
    await audit({ subject: ['enterprise', stored.id] });
    return { enterpriseId: stored.id };
  },
});
