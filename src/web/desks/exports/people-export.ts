import { notFound } from '../../../kernel/errors.ts';
import { peoplePermissions } from '../../../modules/people/permissions.ts';
import { statusLabels } from '../../../modules/people/person.ts';
import { peopleList, peopleTable } from '../../../modules/people/reads.ts';
import { roleLabels } from '../../../modules/people/role.ts';
import { loadPage } from '../../../platform/page.ts';
import { mayAnywhere } from '../../../platform/permission.ts';
import { listFile, mostListRows } from '../../../platform/spreadsheets/list-file.ts';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { firmsOfPeople } from './export-reads.ts';

const headers = [
  ...['Name', 'Email', 'Telephone', 'Enterprise', 'Position', 'Main contact', 'Roles', 'Status'],
] as const;

/** The people whom one may see, narrowed as on the screen, all pages: a row for each person and firm. */
export const loader = loadPage(async ({ ctx, tx, url }) => {
  if (!mayAnywhere(ctx.actor, peoplePermissions.person.read)) throw notFound();
  const query = parseTableQuery(url, peopleTable);
  const { lines } = await peopleList(tx, ctx, { ...query, page: 1, pageSize: mostListRows });
  const firms = await firmsOfPeople(
    tx,
    ctx.actor,
    lines.map(({ id }) => id),
  );
  return listFile(url, {
    name: `people-${ctx.org.slug}`,
    headers,
    rows: lines.flatMap((line) => {
      const roles = line.roles
        .map(({ role, programme }) =>
          programme === null ? roleLabels[role] : `${roleLabels[role]} in ${programme}`,
        )
        .join('; ');
      return (firms.get(line.id) ?? []).map(({ phone, enterprise, position, isLead }) => [
        ...[line.name, line.email, phone, enterprise, position],
        ...[isLead === null ? null : isLead ? 'yes' : 'no', roles, statusLabels[line.status]],
      ]);
    }),
  });
});
