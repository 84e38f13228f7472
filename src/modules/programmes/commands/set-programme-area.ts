import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { isAuthorityCode } from '../authorities.ts';
import { programmePermissions } from '../permissions.ts';
import { programmeForEdit, saveProgramme } from '../store.ts';

/** Sets the local authorities of the area, by their official codes. */
export const setProgrammeArea = command({
  name: 'set-programme-area',
  permission: programmePermissions.programme.edit,
  input: z.strictObject({
    programmeId: z.uuid(),
    version: z.int().positive(),
    reason: z.string().trim().max(2000).optional(),
    authorities: z
      .array(
        z.strictObject({
          code: z
            .string()
            .trim()
            .refine(isAuthorityCode, 'A code has capital letters and digits, e.g. E08000026.'),
          name: z.string().trim().min(1, 'Enter the name of the authority.').max(200),
        }),
      )
      .min(1, 'Add at least one local authority.')
      .max(500),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeForEdit(tx, input);
    const byCode = new Map(input.authorities.map((authority) => [authority.code, authority.name]));
    await tx.deleteFrom('programme_area').where('programme_id', '=', programme.id).execute();
    await tx
      .insertInto('programme_area')
      .values(
        [...byCode].map(([code, name]) => ({
          org_id: ctx.orgId,
          programme_id: programme.id,
          authority_code: code,
          authority_name: name,
        })),
      )
      .execute();
    const saved = await saveProgramme(tx, ctx, {
      ...{ programme, kind: 'area', reason: input.reason },
    });
    await audit({
      subject: ['programme', programme.id],
      ...(input.reason ? { reason: input.reason } : {}),
      changes: { area: [...byCode.keys()], settingChange: saved.settingChange },
    });
    return saved;
  },
});
