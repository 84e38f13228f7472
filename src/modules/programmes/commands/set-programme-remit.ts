import { z } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { programmePermissions } from '../permissions.ts';
import { sizeBands } from '../rule-set.ts';
import { programmeForEdit, saveProgramme } from '../store.ts';

const months = z.int().min(0).max(1200).nullable().default(null);

/** Sets which firms the programme is for: activities, sizes, trading age, business customers. */
export const setProgrammeRemit = command({
  name: 'set-programme-remit',
  permission: programmePermissions.programme.edit,
  input: z.strictObject({
    programmeId: z.uuid(),
    version: z.int().positive(),
    reason: z.string().trim().max(2000).optional(),
    sicDivisions: z.array(z.string().regex(/^\d{2}$/, 'A division has two digits.')).max(99),
    description: z.string().trim().max(1000).default(''),
    sizeBands: z.array(z.enum(sizeBands)).min(1, 'Choose at least one size.'),
    tradingAtLeastMonths: months,
    tradingBelowMonths: months,
    takesPotentialEntrepreneurs: z.boolean().default(true),
    businessSalesAtLeast: z.int().min(0).max(100).nullable().default(null),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeForEdit(tx, input);
    const { tradingAtLeastMonths: least, tradingBelowMonths: below } = input;
    if (least !== null && below !== null && below <= least) {
      throw invalid({ tradingBelowMonths: 'This must be more than the months traded at least.' });
    }
    const saved = await saveProgramme(tx, ctx, {
      ...{ programme, kind: 'remit', reason: input.reason },
      fields: {
        sic_divisions: input.sicDivisions,
        remit_description: input.description,
        size_bands: input.sizeBands,
        trading_at_least_months: input.tradingAtLeastMonths,
        trading_below_months: input.tradingBelowMonths,
        takes_potential_entrepreneurs: input.takesPotentialEntrepreneurs,
        business_sales_at_least: input.businessSalesAtLeast,
      },
    });
    await audit({
      subject: ['programme', programme.id],
      ...(input.reason ? { reason: input.reason } : {}),
      changes: {
        sizeBands: input.sizeBands,
        sicDivisions: input.sicDivisions,
        settingChange: saved.settingChange,
      },
    });
    return saved;
  },
});
