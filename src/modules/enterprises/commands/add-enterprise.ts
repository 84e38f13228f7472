import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { beyondReach } from '../../programmes/reach/reads.ts';
import { programmeById } from '../../programmes/reads.ts';
import { duplicateKeys, enterpriseColumns, enterpriseFields } from '../enterprise.ts';
import { enrolFirm } from '../enrol-step.ts';
import { recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { type Duplicate, duplicatesOf } from '../reads.ts';
import { insertEnterprise } from '../store.ts';

/** A record that may be the same firm; of one beyond the actor's reach the caller may do nothing with it. */
export interface Candidate extends Duplicate {
  isBeyond: boolean;
}

type Added =
  | { ok: true; enterpriseId: string; enrolmentId: string | null }
  | { ok: false; reason: 'may-exist'; candidates: Candidate[] };

/**
 * Adds an enterprise, and enrols it when a programme is named. Records that may be the same firm come back
 * instead, until the caller says that this is another one; a company number is never given twice.
 */
export const addEnterprise = command({
  name: 'add-enterprise',
  permission: enterprisePermissions.enterprise.create,
  input: z.strictObject({
    programmeId: recordId.nullable(),
    fields: enterpriseFields,
    isAnother: z.boolean().default(false),
    adviserId: recordId.nullable().default(null),
    source: z.enum(['public', 'staff', 'import', 'referral']).default('staff'),
  }),
  async run({ ctx, tx, input, allow, audit }): Promise<Added> {
    allow({ programmeId: input.programmeId });
    const programme = input.programmeId ? await programmeById(tx, input.programmeId) : null;
    const keys = duplicateKeys(input.fields);
    const candidates = (await duplicatesOf(tx, keys, input.programmeId)).filter(
      (each) => !input.isAnother || each.because === 'company-number',
    );
    if (candidates.length > 0) {
      await audit({
        subject: ['enterprise', null],
        changes: { found: candidates.map((c) => c.id) },
      });
      const beyond = await beyondReach(
        tx,
        ctx.actor,
        candidates.map((each) => each.id),
      );
      return {
        ok: false,
        reason: 'may-exist',
        candidates: candidates.map((each) => ({ ...each, isBeyond: beyond.has(each.id) })),
      };
    }
    const id = newId();
    const row = { org_id: ctx.orgId, id, ...enterpriseColumns(input.fields) };
    await insertEnterprise(tx, row);
    const enrolmentId = programme
      ? await enrolFirm(tx, ctx, programme, input, {
          id,
          name: row.name,
          tradingSince: row.trading_since,
          incorporatedOn: row.incorporated_on,
          isPreStart: row.is_pre_start,
        })
      : null;
    await audit({
      subject: ['enterprise', id],
      changes: { enrolment: enrolmentId, source: input.source },
    });
    return { ok: true, enterpriseId: id, enrolmentId };
  },
});
