import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { slugify } from '../../../kernel/text.ts';
import { command } from '../../../platform/command.ts';
import { keepSettingChange } from '../../people/history/keep-setting-change-step.ts';
import { programmePermissions } from '../permissions.ts';

/** Begins a programme as a draft; its address is made from the name. */
export const createProgramme = command({
  name: 'create-programme',
  permission: programmePermissions.programme.create,
  input: z.strictObject({
    name: z.string().trim().min(1, 'Enter the name of the programme.').max(200),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const id = newId();
    const wanted = slugify(input.name);
    const taken = await tx
      .selectFrom('programme')
      .select('slug')
      .where((where) =>
        where.or([where('slug', '=', wanted), where('slug', 'like', `${wanted}-%`)]),
      )
      .execute();
    const slug = freeSlug(wanted, new Set(taken.map((row) => row.slug)));
    await tx
      .insertInto('programme')
      .values({
        org_id: ctx.orgId,
        id,
        slug,
        name: input.name,
        zone: ctx.org.zone,
        currency: ctx.org.currency,
        setup_step: 'dates',
      })
      .execute();
    const settingChange = await keepSettingChange(tx, ctx, {
      ...{ programmeId: id, kind: 'state' },
      lines: [
        { field: 'Name', before: '', after: input.name },
        { field: 'State', before: '', after: 'draft' },
      ],
    });
    await audit({ subject: ['programme', id], changes: { settingChange } });
    return { programmeId: id, slug };
  },
});

function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) {
    const slug = `${wanted.slice(0, 54)}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}
