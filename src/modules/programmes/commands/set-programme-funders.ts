import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { foldCase } from '../../../kernel/text.ts';
import { command } from '../../../platform/command.ts';
import type { Tx } from '../../../platform/database.ts';
import { programmePermissions } from '../permissions.ts';
import { programmeForEdit, saveProgramme } from '../store.ts';

/** Says who pays, under which agreement. Funders of the organisation are found by name. */
export const setProgrammeFunders = command({
  name: 'set-programme-funders',
  permission: programmePermissions.programme.edit,
  input: z.strictObject({
    programmeId: z.uuid(),
    version: z.int().positive(),
    reason: z.string().trim().max(2000).optional(),
    funders: z
      .array(
        z.strictObject({
          name: z.string().trim().min(1).max(200),
          agreementReference: z.string().trim().max(200).default(''),
          agreedOn: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
        }),
      )
      .min(1, 'Enter at least one funder.')
      .max(20),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeForEdit(tx, input);
    const names = new Set(input.funders.map((funder) => foldCase(funder.name)));
    if (names.size < input.funders.length) throw invalid({ funders: 'A funder is named twice.' });
    await tx.deleteFrom('programme_funder').where('programme_id', '=', programme.id).execute();
    for (const funder of input.funders) {
      await tx
        .insertInto('programme_funder')
        .values({
          org_id: ctx.orgId,
          programme_id: programme.id,
          funder_id: await funderNamed(tx, ctx.orgId, funder.name),
          agreement_reference: funder.agreementReference,
          agreed_on: funder.agreedOn ?? null,
        })
        .execute();
    }
    const saved = await saveProgramme(tx, ctx, {
      ...{ programme, kind: 'funders', reason: input.reason },
    });
    await audit({
      subject: ['programme', programme.id],
      ...(input.reason ? { reason: input.reason } : {}),
      changes: { funders: input.funders.length, settingChange: saved.settingChange },
    });
    return saved;
  },
});

async function funderNamed(tx: Tx, orgId: string, name: string): Promise<string> {
  const known = await tx
    .selectFrom('funder')
    .select('id')
    .where((where) => where(where.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await tx.insertInto('funder').values({ org_id: orgId, id, name }).execute();
  return id;
}
