import { type CalendarDate, formatDate } from '../../../kernel/calendar.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { listWords } from '../../../kernel/text.ts';
import { type AreaKey, areaLabels } from '../../../modules/programmes/area.ts';
import { Panel, ProgressBar } from '../../../ui/card.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { Undelivered } from '../../../ui/undelivered.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { RecordFacts } from './record-reads.ts';

interface HoursLine {
  code: string;
  label: string;
  counted: number;
  needed: number;
  forecastOn: CalendarDate | null;
  isAtRisk: boolean;
}

/** A bar to each threshold; the page behind it says what counts and why. */
export function HoursPanel({ hours, href }: { hours: readonly HoursLine[]; href: string }) {
  return (
    <Panel title="Hours and outputs" actions={<a href={href}>What counts and why</a>}>
      {hours.length === 0 ? (
        <p className="govuk-body">The rules in force have no threshold in hours.</p>
      ) : (
        hours.map((line) => (
          <div key={line.code}>
            <ProgressBar
              label={`${line.code} ${line.label}`}
              value={line.counted}
              most={line.needed}
              text={`${formatMinutes(line.counted)} of ${formatMinutes(line.needed)}`}
            />
            {line.forecastOn || line.isAtRisk ? (
              <p className="app-quiet">
                {line.forecastOn ? `Forecast ${formatDate(line.forecastOn)} ` : ''}
                {line.isAtRisk ? <Tag tone="bad">at risk</Tag> : null}
              </p>
            ) : null}
          </div>
        ))
      )}
    </Panel>
  );
}

interface MatchesPanelProps {
  matches: RecordFacts['matches'];
  paths: ReturnType<typeof programmePaths>;
}

/** Who mentors and who did: each a period with its role and how it ended. */
export function MatchesPanel({ matches, paths }: MatchesPanelProps) {
  return (
    <Panel title="Mentors">
      {matches.length === 0 ? (
        <p className="govuk-body">No mentor has been matched yet.</p>
      ) : (
        <ul className="govuk-list app-lines">
          {matches.map((match) => (
            <li key={match.id}>
              <a href={paths.match(match.id)}>{match.mentor}</a>{' '}
              {match.to === null ? <Tag tone="good">now</Tag> : null}
              <br />
              <span className="app-quiet">
                {areaLabels[match.area as AreaKey]}, {match.role}, {formatDate(match.from)}
                {match.to ? ` to ${formatDate(match.to)}` : ''}
                {match.endCause ? ` (${match.endCause.replaceAll('-', ' ')})` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface PeoplePanelProps {
  people: RecordFacts['people'];
  /** Whom letters do not reach. */
  refused: ReadonlyMap<string, { because: string }>;
  href: string;
}

/** The people of the firm, the lead first, with ways to reach them. */
export function PeoplePanel({ people, refused, href }: PeoplePanelProps) {
  return (
    <Panel title="People" actions={<a href={href}>All people</a>}>
      {people.length === 0 ? (
        <p className="govuk-body">Nobody is known yet.</p>
      ) : (
        <ul className="govuk-list app-lines">
          {people.map((person) => (
            <li key={person.id}>
              {person.name}
              {person.position ? <span className="app-quiet">, {person.position}</span> : null}
              {person.isLead ? ' (lead)' : ''}
              <br />
              <span className="app-quiet">
                {person.phone ? (
                  <a href={`tel:${person.phone.replace(/\s/g, '')}`}>{person.phone}</a>
                ) : null}
                {person.phone && person.email ? ' · ' : ''}
                {person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : null}
                <Undelivered letter={refused.get(person.id)} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface FactsPanelProps {
  facts: RecordFacts;
  href: string | null;
  /** What staff change about its time on the programme. */
  links: readonly { label: string; href: string }[];
}

/** What the register and the application say of the firm. */
export function FactsPanel({ facts, href, links }: FactsPanelProps) {
  return (
    <Panel title="Facts" actions={href ? <a href={href}>Edit</a> : null}>
      <SummaryList
        isPlain
        rows={[
          ...(facts.tradingName ? [{ key: 'Trades as', value: facts.tradingName }] : []),
          {
            key: 'Company number',
            value: facts.companyNumber ?? (facts.isPreStart ? 'Not trading yet' : ''),
          },
          ...(facts.companyStatus ? [{ key: 'Register', value: facts.companyStatus }] : []),
          { key: 'Activity', value: listWords(facts.sicCodes) },
          { key: 'Trading postcode', value: facts.tradingPostcode },
          { key: 'Applied', value: formatDate(facts.appliedOn) },
          {
            key: 'Eligible since',
            value: facts.eligibleOn ? formatDate(facts.eligibleOn) : 'Not decided',
          },
        ]}
      />
      {facts.notes && href ? (
        <p className="govuk-body app-lines">
          <strong>Notes for staff:</strong> {facts.notes}
        </p>
      ) : null}
      {facts.description ? <p className="govuk-body">{facts.description}</p> : null}
      {links.map((link) => (
        <p className="govuk-body-s" key={link.href}>
          <a href={link.href}>{link.label}</a>
        </p>
      ))}
    </Panel>
  );
}
