import { z } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { programmePermissions } from '../permissions.ts';
import { toHundredths } from '../quantity.ts';
import { programmeForEdit, saveProgramme } from '../store.ts';

/** Replaces the programme's profile: what is promised per indicator and quarter. Zeros are left out. */
export const setTargets = command({
  name: 'set-targets',
  permission: programmePermissions.target.edit,
  input: z.strictObject({
    programmeId: z.uuid(),
    version: z.int().positive(),
    reason: z.string().trim().max(2000).optional(),
    targets: z
      .array(
        z.strictObject({
          indicator: z.string().min(1).max(40),
          quarter: z.string().regex(/^\d{4}-Q[1-4]$/, 'A quarter reads 2026-Q4.'),
          value: z
            .number('Enter the target as a number.')
            .min(0, 'A target is not negative.')
            .max(1e11, 'A target is at most 100,000,000,000.')
            .refine((value) => toHundredths(value) / 100 === value, 'Use at most two decimals.'),
        }),
      )
      .max(5000),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeForEdit(tx, input);
    const cells = new Set(input.targets.map((one) => `${one.indicator} ${one.quarter}`));
    if (cells.size < input.targets.length) {
      throw invalid({ targets: 'An indicator is named twice in one quarter.' });
    }
    await tx.deleteFrom('target').where('programme_id', '=', programme.id).execute();
    const kept = input.targets.filter((target) => target.value > 0);
    if (kept.length > 0) {
      await tx
        .insertInto('target')
        .values(
          kept.map((target) => ({
            org_id: ctx.orgId,
            programme_id: programme.id,
            indicator: target.indicator,
            quarter: target.quarter,
            value: target.value,
          })),
        )
        .execute();
    }
    const saved = await saveProgramme(tx, ctx, {
      ...{ programme, kind: 'targets', reason: input.reason },
    });
    await audit({
      subject: ['programme', programme.id],
      ...(input.reason ? { reason: input.reason } : {}),
      changes: {
        targets: kept.map((one) => [one.indicator, one.quarter, one.value]),
        settingChange: saved.settingChange,
      },
    });
    return saved;
  },
});
