import { useLoaderData } from 'react-router';
import { addMinutes, dateInZone, formatDate, formatInstant } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { lowerFirst, plural } from '../../../kernel/text.ts';
import { peoplePermissions } from '../../../modules/people/permissions.ts';
import { organisationPage } from '../../../modules/people/reads.ts';
import { waitingRequests } from '../../../modules/people/requests/reads.ts';
import { roleLabels } from '../../../modules/people/role.ts';
import { secondFactorRules, secondFactorWords } from '../../../modules/people/second-factor.ts';
import { failedJobs } from '../../../platform/failed-jobs.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Card, CardGrid, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import {
  lastBackup,
  peopleWithoutFactor,
  refusedLetters,
  rolesThatEndSoon,
} from './administration-reads.ts';

export const loader = loadPage(async ({ ctx, tx }) => {
  if (!may(ctx.actor, peoplePermissions.organisation.secure, {})) throw notFound();
  const { org } = ctx;
  const now = ctx.clock.now();
  const stored = await organisationPage(tx, ctx.orgId);
  const rule = secondFactorRules.find((one) => one === stored.secondFactor) ?? 'nobody';
  const [requests, ending, letters, withoutFactor, failed, backup] = await Promise.all([
    waitingRequests(tx, ctx),
    rolesThatEndSoon(tx, now),
    refusedLetters(tx, now),
    peopleWithoutFactor(tx, rule),
    failedJobs(tx, ctx.orgId),
    lastBackup(tx),
  ]);
  const day = (instant: string) => formatDate(dateInZone(instant, org.zone));
  return {
    org: org.slug,
    name: org.name,
    rule: secondFactorWords[rule],
    waiting: requests.length,
    failed: failed.length,
    backup: backup === null ? null : formatInstant(backup, org.zone),
    withoutFactor,
    // A role ends as its day begins; what one reads is the last day on which it holds.
    ending: ending.map((row) => ({ ...row, lastDay: day(addMinutes(row.expiresAt, -1)) })),
    letters: letters.map((row) => ({ ...row, day: day(row.at) })),
  };
});

/** An administrator's first screen: what of the installation and its people needs somebody. */
export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const paths = orgPaths(page.org);
  return (
    <>
      <title>{`Administration – ${page.name}`}</title>
      <PageHeading
        title="Administration"
        caption="Roles, letters, work behind the pages, and backups"
        actions={
          <LinkButton href={paths.settings} kind="secondary">
            Organisation settings
          </LinkButton>
        }
      />
      <CardGrid>
        <Card
          label="Roles that wait for a second person"
          value={page.waiting}
          href={paths.roleRequests}
        />
        <Card label="Roles that end within 30 days" value={page.ending.length} href="#ending" />
        <Card label="Letters refused, 90 days" value={page.letters.length} href="#letters" />
        <Card
          label="Work that failed, 90 days"
          value={page.failed}
          href={`${paths.settings}#failed`}
        />
        <Card
          label="Without a second factor"
          value={page.withoutFactor.length}
          href="#second-factor"
          note={`Asked of: ${lowerFirst(page.rule)}`}
        />
        <Card
          label="Last backup by the clock"
          value={page.backup ?? 'none known'}
          note={
            page.backup === null
              ? 'Whoever hosts Espalier switches them on: see Backup in the manual.'
              : 'Proved only by verify: see Backup in the manual.'
          }
        />
      </CardGrid>
      <Panel title="Roles that end soon" id="ending">
        {page.ending.length === 0 ? (
          <p className="govuk-body">No role ends within the next 30 days.</p>
        ) : (
          <DataTable
            caption="Roles that end within 30 days"
            rows={page.ending}
            rowKey={(row) => `${row.personId} ${row.role} ${row.programme ?? ''}`}
            columns={[
              {
                key: 'person',
                label: 'Person',
                isHeader: true,
                cell: (row) => <a href={paths.person(row.personId)}>{row.person}</a>,
              },
              { key: 'role', label: 'Role', cell: (row) => roleLabels[row.role] },
              {
                key: 'programme',
                label: 'Where',
                cell: (row) => row.programme ?? 'The whole organisation',
              },
              { key: 'last', label: 'Last day', cell: (row) => row.lastDay },
            ]}
          />
        )}
      </Panel>
      <Panel title="Letters that were refused" id="letters">
        {page.letters.length === 0 ? (
          <p className="govuk-body">Every letter of the last 90 days was taken, or still waits.</p>
        ) : (
          <DataTable
            caption="Letters that a mail server refused"
            rows={page.letters}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'to',
                label: 'To',
                isHeader: true,
                cell: (row) =>
                  row.personId === null ? (
                    row.to
                  ) : (
                    <a href={paths.person(row.personId)}>{row.to}</a>
                  ),
              },
              { key: 'address', label: 'Address', cell: (row) => row.address },
              { key: 'subject', label: 'Letter', cell: (row) => row.subject },
              { key: 'why', label: 'Why', cell: (row) => row.why },
              { key: 'day', label: 'Written', cell: (row) => row.day },
            ]}
          />
        )}
      </Panel>
      <Panel title="People without a second factor" id="second-factor">
        {page.withoutFactor.length === 0 ? (
          <p className="govuk-body">Nobody of whom it is asked goes without one.</p>
        ) : (
          <>
            <p className="govuk-body">
              {plural(page.withoutFactor.length, 'person', 'people')} of whom it is asked. They are
              led to it when they sign in; after their week they get no further without it.
            </p>
            <ul className="govuk-list">
              {page.withoutFactor.map((row) => (
                <li key={row.personId}>
                  <a href={paths.person(row.personId)}>{row.person}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Panel>
    </>
  );
}
