import { formatMinutes } from '../../../../kernel/minutes.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { listWords, plural } from '../../../../kernel/text.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import { priceWords } from '../words.ts';
import { DeskButton } from './desk-form.tsx';
import { mentorLine } from './line-anchor.ts';
import type { DraftKey, MentorLoadLine } from './open-desk.ts';

interface MentorLoadsProps {
  org: string;
  programme: string;
  draft: DraftKey;
  loads: readonly MentorLoadLine[];
}

/** Every mentor with what takes places and hours, what one more place is worth, and the ways to change it. */
export function MentorLoads({ org, programme, draft, loads }: MentorLoadsProps) {
  const paths = programmePaths(org, programme);
  const sorted = loads.toSorted((a, b) => b.price - a.price || (a.name < b.name ? -1 : 1));
  return (
    <section aria-labelledby="mentors">
      <h2 className="govuk-heading-m" id="mentors">
        Mentors, the scarcest first
      </h2>
      <p className="govuk-body-s">
        <a href={paths.scarceSkills}>Scarce skills</a>: what further mentors would bring
      </p>
      <DataTable
        caption="Mentors with their load and what one more place is worth"
        rows={sorted}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            label: 'Mentor',
            isHeader: true,
            cell: (row) => (
              <>
                <a id={mentorLine(row.id)} href={paths.mentor(row.id)}>
                  {row.name}
                </a>{' '}
                {row.isPaused ? <Tag tone="warn">Left out of this run</Tag> : null}
                {row.state === 'live' ? null : <Tag>{row.state}</Tag>}
              </>
            ),
          },
          { key: 'load', label: 'Places', cell: (row) => <PlacesBar load={row} /> },
          { key: 'hours', label: 'Hours a month', cell: (row) => <Hours load={row} /> },
          {
            key: 'price',
            label: 'One more place',
            cell: (row) =>
              row.mayBeAsked ? `${priceWords(row.price, row.left)}.` : 'Cannot be asked now.',
          },
          {
            key: 'ways',
            label: 'In this run',
            cell: (row) =>
              row.mayBeAsked ? (
                <div className="app-ways">
                  <DeskButton
                    draft={draft}
                    doing={row.isPaused ? 'resume' : 'pause'}
                    values={{ mentorId: row.id }}
                  >
                    {row.isPaused ? 'Take part' : 'Leave out'}
                    <span className="govuk-visually-hidden"> {row.name}</span>
                  </DeskButton>
                  <div className="app-ways__pair">
                    <DeskButton
                      draft={draft}
                      doing="places"
                      values={{ mentorId: row.id, amount: 1 }}
                    >
                      +1 <span className="govuk-visually-hidden">place for {row.name}</span>
                    </DeskButton>
                    <DeskButton
                      draft={draft}
                      doing="places"
                      values={{ mentorId: row.id, amount: -1 }}
                    >
                      −1 <span className="govuk-visually-hidden">place for {row.name}</span>
                    </DeskButton>
                  </div>
                </div>
              ) : (
                '–'
              ),
          },
        ]}
      />
    </section>
  );
}

/** Places by what takes them, as a bar and in words. */
export function PlacesBar({ load }: { load: MentorLoadLine }) {
  const agreed = load.agreed + load.extra;
  const all = Math.max(1, agreed, load.matches + load.offers + load.proposed);
  const parts = [
    { kind: 'matches', count: load.matches, words: plural(load.matches, 'match', 'matches') },
    { kind: 'offers', count: load.offers, words: plural(load.offers, 'open offer') },
    { kind: 'proposed', count: load.proposed, words: `${load.proposed} proposed` },
  ].filter((part) => part.count > 0);
  const words = parts.length === 0 ? 'nothing yet' : listWords(parts.map((part) => part.words));
  const wanted = load.extra === 0 ? '' : `, ${load.agreed} agreed`;
  let from = 0;
  return (
    <div className="app-places">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="app-places__rail" width={(agreed / all) * 100} height="8" />
        {parts.map((part) => {
          const x = (from / all) * 100;
          from += part.count;
          return (
            <rect
              key={part.kind}
              className={`app-places__${part.kind}`}
              x={x}
              width={(part.count / all) * 100}
              height="8"
            />
          );
        })}
      </svg>
      <span>
        {load.matches + load.offers + load.proposed} of {agreed}
        {wanted}: {words}
      </span>
    </div>
  );
}

function Hours({ load }: { load: MentorLoadLine }) {
  const { agreed, matches, offers, groups, proposed } = load.minutes;
  const parts = [
    ['matches', matches],
    ['offers', offers],
    ['workshops', groups],
    ['proposed', proposed],
  ] as const;
  const taken = parts.filter(([, minutes]) => minutes > 0);
  const sum = matches + offers + groups + proposed;
  return (
    <>
      <span className="app-nowrap">
        {formatMinutes(sum)} of {formatMinutes(agreed)}
      </span>
      {sum > agreed ? <Tag tone="warn">Over</Tag> : null}
      {taken.length > 0 ? (
        <span className="govuk-hint app-under">
          {taken.map(([what, minutes], at) => (
            <span key={what}>
              {at > 0 ? ', ' : ''}
              <span className="app-nowrap">
                {what} {formatMinutes(minutes)}
              </span>
            </span>
          ))}
        </span>
      ) : null}
    </>
  );
}
