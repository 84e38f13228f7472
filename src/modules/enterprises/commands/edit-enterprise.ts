import { z } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import {
  duplicateKeys,
  enterpriseColumns,
  enterpriseFields,
  enterpriseFormColumns,
} from '../enterprise.ts';
import { beyondReach } from '../../programmes/reach/reads.ts';
import { recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { duplicatesOf, enrolmentById } from '../reads.ts';
import { enterpriseForUpdate, updateEnterprise } from '../store.ts';

/** Changes the facts of an enterprise; a change made meanwhile by somebody else is shown, not overwritten. */
export const editEnterprise = command({
  name: 'edit-enterprise',
  permission: enterprisePermissions.enterprise.edit,
  input: z.strictObject({
    enrolmentId: recordId,
    /** The version of the enterprise, not of the enrolment. */
    version: z.int(),
    fields: enterpriseFields,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const stored = await enterpriseForUpdate(tx, enrolment.enterpriseId);
    checkVersion(stored, input.version, 'enterprise', ...enterpriseFormColumns);
    const clash = (await duplicatesOf(tx, duplicateKeys(input.fields), null, stored.id)).find(
      (each) => each.because === 'company-number',
    );
    if (clash) {
      // Who is supported by another programme is not told by trying numbers.
      const isBeyond = (await beyondReach(tx, ctx.actor, [clash.id])).has(clash.id);
      const who = isBeyond ? 'Another enterprise' : clash.name;
      throw invalid({ companyNumber: `${who} has this company number already.` });
    }
    const columns = enterpriseColumns(input.fields);
    const changed = Object.entries(columns)
      .filter(([column, value]) => !isSame(value, stored[column as keyof typeof stored]))
      .map(([column]) => column);
    if (changed.length > 0) await updateEnterprise(tx, stored.id, columns);
    await audit({ subject: ['enterprise', stored.id], changes: { fields: changed } });
    return { enterpriseId: stored.id, changed };
  },
});

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
