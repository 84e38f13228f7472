import { z } from 'zod';
import { checkVersion, command } from '../../../platform/command.ts';
import { keepSettingChange } from '../history/keep-setting-change-step.ts';
import { changedLines } from '../history/setting-change.ts';
import { organisationFields } from '../organisation.ts';
import { peoplePermissions } from '../permissions.ts';

/** Changes the name that pages and letters carry. The address stays: links in letters that were sent hold it. */
export const renameOrganisation = command({
  name: 'rename-organisation',
  permission: peoplePermissions.organisation.rename,
  input: z.strictObject({ name: organisationFields.name, version: z.int().positive() }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const stored = await tx
      .selectFrom('organisation')
      .select(['name', 'version'])
      .where('org_id', '=', ctx.orgId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    checkVersion(stored, input.version, 'organisation', 'name');
    const version = stored.version + 1;
    await tx
      .updateTable('organisation')
      .set({ name: input.name, version })
      .where('org_id', '=', ctx.orgId)
      .execute();
    const settingChange = await keepSettingChange(tx, ctx, {
      ...{ programmeId: null, kind: 'name' },
      lines: changedLines(shown(stored.name), shown(input.name)),
    });
    await audit({ subject: ['organisation', ctx.orgId], changes: { version, settingChange } });
    return { version };
  },
});

const shown = (name: string) => [{ key: 'name', field: 'Name', text: name }];
