import { addDays, type CalendarDate, daysBetween, formatDate } from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { type AreaKey, areaLabels } from '../../../modules/programmes/area.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { EnrolmentPaths } from '../../../ui/enrolment-nav.tsx';
import type { RecordFacts } from './record-reads.ts';

interface NeedsPanelProps {
  needs: RecordFacts['needs'];
  paths: ReturnType<typeof programmePaths>;
  own: EnrolmentPaths;
  today: CalendarDate;
  targetDays: number;
  mayOpen: boolean;
}

/** What the enterprise needs now, each with its clock and the one thing to do. */
export function NeedsPanel({ needs, paths, own, today, targetDays, mayOpen }: NeedsPanelProps) {
  if (needs.length === 0) {
    return (
      <Panel title="Needs now">
        <EmptyState
          title="No open need"
          action={
            mayOpen ? (
              <LinkButton href={own.diagnosis} kind="secondary">
                Diagnose
              </LinkButton>
            ) : null
          }
        >
          The diagnosis finds what the firm really needs; its three priorities become needs with a
          clock.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title="Needs now" actions={mayOpen ? <a href={own.newNeed}>Open another need</a> : null}>
      <DataTable
        caption="Needs now"
        rows={needs}
        rowKey={(need) => need.id}
        columns={[
          {
            key: 'need',
            label: 'Need',
            isHeader: true,
            cell: (need) => (
              <>
                <a href={own.need(need.id)}>{areaLabels[need.area as AreaKey]}</a>
                <br />
                <span className="app-quiet">{need.detail}</span>
              </>
            ),
          },
          { key: 'clock', label: 'Introduction', cell: (need) => clock(need, today, targetDays) },
          {
            key: 'do',
            label: '',
            cell: (need) =>
              mayOpen && need.state === 'open' && need.pendingOffers === 0 && !need.isChoosing ? (
                <LinkButton href={paths.matching(need.id)} kind="secondary">
                  Find a mentor
                </LinkButton>
              ) : null,
          },
        ]}
      />
    </Panel>
  );
}

function clock(need: RecordFacts['needs'][number], today: CalendarDate, targetDays: number) {
  if (need.introducedOn && need.state === 'introduced') {
    return <>Introduced {formatDate(need.introducedOn)}</>;
  }
  if (need.pendingOffers > 0) return <Tag tone="info">waiting for a mentor's answer</Tag>;
  if (need.isChoosing) return <Tag tone="info">the enterprise is choosing</Tag>;
  if (need.waitsSince) {
    return <Tag tone="bad">lost its mentor on {formatDate(need.waitsSince)}, nobody asked</Tag>;
  }
  const left = daysBetween(today, addDays(need.openedOn, targetDays));
  return left < 0 ? (
    <Tag tone="bad">overdue by {plural(-left, 'day')}</Tag>
  ) : (
    <Tag tone="warn">{plural(left, 'day')} left</Tag>
  );
}

interface ActionsPanelProps {
  actions: RecordFacts['actions'];
  today: CalendarDate;
  href: string;
}

const owners: Record<string, string> = {
  enterprise: 'the enterprise',
  mentor: 'the mentor',
  adviser: 'the adviser',
};

/** Open actions of the plan; overdue ones are marked. */
export function ActionsPanel({ actions, today, href }: ActionsPanelProps) {
  return (
    <Panel title="Open actions" actions={<a href={href}>Plan</a>}>
      {actions.length === 0 ? (
        <p className="govuk-body">Nothing is open.</p>
      ) : (
        <ul className="govuk-list app-lines">
          {actions.slice(0, 8).map((action) => (
            <li key={action.id}>
              {action.title}
              <br />
              <span className="app-quiet">
                {owners[action.owner]}
                {action.dueOn ? `, by ${formatDate(action.dueOn)}` : ''}{' '}
                {action.dueOn && action.dueOn < today ? <Tag tone="bad">overdue</Tag> : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
