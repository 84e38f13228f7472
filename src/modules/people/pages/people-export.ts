import { notFound } from '../../../kernel/errors.ts';
import { fileResponse } from '../../../platform/files/file-response.ts';
import { loadPage } from '../../../platform/page.ts';
import { mayAnywhere } from '../../../platform/permission.ts';
import { writeCsv } from '../../../platform/spreadsheets/write-csv.ts';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { peoplePermissions } from '../permissions.ts';
import { statusLabels } from '../person.ts';
import { peopleList, peopleTable } from '../reads.ts';
import { roleLabels } from '../role.ts';

const mostRows = 100_000;

/** The people whom one may see, narrowed as on the screen, all pages, as CSV. */
export const loader = loadPage(async ({ ctx, tx, url }) => {
  if (!mayAnywhere(ctx.actor, peoplePermissions.person.read)) throw notFound();
  const query = parseTableQuery(url, peopleTable);
  const { lines } = await peopleList(tx, ctx, { ...query, page: 1, pageSize: mostRows });
  return fileResponse({
    name: `people-${ctx.org.slug}.csv`,
    type: 'text/csv',
    bytes: writeCsv(
      ['Name', 'Email', 'Roles', 'Status'],
      lines.map((line) => [
        line.name,
        line.email,
        line.roles
          .map(({ role, programme }) =>
            programme === null ? roleLabels[role] : `${roleLabels[role]} in ${programme}`,
          )
          .join('; '),
        statusLabels[line.status],
      ]),
    ),
  });
});
