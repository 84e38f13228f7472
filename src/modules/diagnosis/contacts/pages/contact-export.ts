import { notFound } from '../../../../kernel/errors.ts';
import { loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { dayCell, instantCell } from '../../../../platform/spreadsheets/export-cell.ts';
import { listFile, mostListRows } from '../../../../platform/spreadsheets/list-file.ts';
import { parseTableQuery } from '../../../../ui/table-query.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { contactKindWords } from '../../contact.ts';
import { diagnosisPermissions } from '../../permissions.ts';
import { contactTable, weeklyQuestions } from '../contact-form.ts';
import { contactsOfProgramme } from '../reads.ts';

const headers = [
  'When',
  'Enterprise',
  'Kind',
  'With',
  'Adviser',
  ...weeklyQuestions.map(({ label }) => label),
  'Main issue changed',
  'New issue',
  'Next contact',
];

/** The contact log as it stands on the screen, all pages, as CSV. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, diagnosisPermissions.contact.read, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const query = { ...parseTableQuery(url, contactTable), page: 1, pageSize: mostListRows };
  const { rows } = await contactsOfProgramme(tx, programme.id, query);
  const cells = rows.map((row) => [
    instantCell(row.happenedAt, programme.zone),
    row.enterprise,
    contactKindWords[row.kind],
    row.person,
    row.adviser,
    ...weeklyQuestions.map(({ name }) => row[name]),
    row.hasIssueChanged === null ? null : row.hasIssueChanged ? 'yes' : 'no',
    row.changedIssue,
    dayCell(row.nextContactOn),
  ]);
  return listFile(url, { name: `contacts-${programme.slug}`, headers, rows: cells });
});
