import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { Panel } from '../../../ui/card.tsx';
import type { EnrolmentPaths } from '../../../ui/enrolment-nav.tsx';
import { Details, Timeline } from '../../../ui/summary-list.tsx';
import type { TimelineEntry, TimelineKind } from './timeline-reads.ts';

const kindWords: Record<TimelineKind, string> = {
  contact: 'Contacts',
  session: 'Sessions',
  diagnosis: 'Diagnoses',
  need: 'Needs',
  offer: 'Offers',
  match: 'Matches',
  place: 'Place on the programme',
  eligibility: 'Eligibility',
  document: 'Documents',
  measure: 'Figures',
  comment: 'Comments',
};

interface TimelinePanelProps {
  entries: readonly TimelineEntry[];
  total: number;
  page: number;
  pageSize: number;
  open: readonly TimelineKind[];
  chosen: readonly TimelineKind[];
  zone: string;
  mayLogContact: boolean;
  paths: ReturnType<typeof programmePaths>;
  own: EnrolmentPaths;
}

/** What happened, newest first; filtered and paged by the address. */
export function TimelinePanel(props: TimelinePanelProps) {
  const { entries, total, page, pageSize, open, chosen } = props;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const href = (to: number) => {
    const params = new URLSearchParams(chosen.map((kind) => ['kind', kind]));
    if (to > 1) params.set('page', String(to));
    return `?${params.toString()}#timeline`;
  };
  return (
    <Panel id="timeline" title="Timeline">
      <Details
        summary={
          chosen.length === 0
            ? 'Show only some kinds'
            : `Shown: ${chosen.map((kind) => kindWords[kind]).join(', ')}`
        }
        isOpen={chosen.length > 0}
      >
        <form method="get" action="#timeline" className="app-kinds">
          {open.map((kind) => (
            <label key={kind} className="app-kinds__item">
              <input
                type="checkbox"
                name="kind"
                value={kind}
                defaultChecked={chosen.includes(kind)}
              />{' '}
              {kindWords[kind]}
            </label>
          ))}
          <button type="submit" className="govuk-button govuk-button--secondary">
            Show
          </button>
          {chosen.length > 0 ? <a href="?#timeline">Show all</a> : null}
        </form>
      </Details>
      {entries.length === 0 ? (
        <p className="govuk-body">Nothing has happened yet.</p>
      ) : (
        <Timeline
          items={entries.map((entry) => {
            return {
              id: `${entry.kind}/${entry.id}/${entry.title}/${entry.at}`,
              title: <a href={hrefOf(entry, props)}>{entry.title}</a>,
              by: entry.by,
              when: formatDate(dateInZone(entry.at, props.zone)),
              instant: entry.at,
              children: entry.detail === '' ? null : entry.detail,
            };
          })}
        />
      )}
      {pages > 1 ? (
        <nav aria-label="Timeline pages" className="app-pager">
          {page > 1 ? <a href={href(page - 1)}>Newer</a> : null}
          <span>
            Page {page} of {pages}, {plural(total, 'entry', 'entries')}
          </span>
          {page < pages ? <a href={href(page + 1)}>Older</a> : null}
        </nav>
      ) : null}
    </Panel>
  );
}

function hrefOf(entry: TimelineEntry, props: TimelinePanelProps): string {
  const { paths, own } = props;
  switch (entry.kind) {
    case 'session':
      return paths.session(entry.id);
    case 'diagnosis':
      return own.diagnosisNumber(Number(entry.key));
    case 'need':
      return own.need(entry.id);
    case 'match':
      return paths.match(entry.id);
    case 'offer':
      return paths.offer(entry.id);
    case 'place':
      return entry.key === 'assign-adviser' ? own.adviser : own.close;
    case 'eligibility':
      return entry.key === '' ? own.eligibility : own.test(entry.key);
    case 'document':
      return own.documents;
    case 'measure':
      return entry.key === 'baseline' ? own.baseline : own.measures;
    case 'contact':
      return props.mayLogContact ? own.contact : paths.contacts;
    case 'comment':
      return own.impact;
  }
}
