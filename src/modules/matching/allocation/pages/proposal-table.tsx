import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { areaLabels } from '../../../programmes/area.ts';
import type { PartScore } from '../../ranking.ts';
import { priorityWords } from '../../queue/step.ts';
import { fitWords, shortParts } from '../words.ts';
import { DeskButton } from './desk-form.tsx';
import type { DeskLine } from '../desk-lines.ts';
import { needLine } from './line-anchor.ts';
import { LineStateTag, unservedWords } from './line-state.tsx';
import type { DraftKey } from './open-desk.ts';

interface ProposalTableProps {
  org: string;
  programme: string;
  draft: DraftKey;
  lines: readonly DeskLine[];
  targetDays: number;
  nameOf: (id: string) => string;
  caption: string;
}

/** One line per need: who is proposed, how well and why, and who would be next. */
export function ProposalTable(props: ProposalTableProps) {
  return (
    <DataTable
      caption={props.caption}
      rows={props.lines}
      rowKey={(line) => line.needId}
      columns={columnsOf(props)}
    />
  );
}

function columnsOf(props: ProposalTableProps): Column<DeskLine>[] {
  const paths = programmePaths(props.org, props.programme);
  return [
    {
      key: 'need',
      label: 'Need',
      isHeader: true,
      cell: (line) => (
        <>
          <a id={needLine(line.needId)} href={paths.enrolment(line.enrolmentId).record}>
            {line.firm}
          </a>
          <span className="govuk-hint app-under">
            {areaLabels[line.area]}
            {line.priority === 2 ? '' : `, ${priorityWords[line.priority]?.toLowerCase()}`}:{' '}
            {line.detail.slice(0, 90)}
          </span>
        </>
      ),
    },
    {
      key: 'waits',
      label: 'Waits',
      cell: (line) => (
        <>
          <span className="app-nowrap">{plural(line.days, 'day')}</span>
          {line.days > props.targetDays && line.state !== 'stays' ? (
            <span className="govuk-hint app-under">
              {line.days - props.targetDays} over the target
            </span>
          ) : null}
        </>
      ),
    },
    { key: 'mentor', label: 'Proposed', cell: (line) => <Proposed line={line} {...props} /> },
    {
      key: 'reasons',
      label: 'Because',
      cell: (line) => <Because line={line} nameOf={props.nameOf} />,
    },
    {
      key: 'next',
      label: 'Runner-up',
      cell: (line) =>
        line.runnerUp ? (
          <>
            <a
              className="app-nowrap"
              href={`${paths.matchDeskNeed(line.needId)}#m-${line.runnerUp.id}`}
            >
              {line.runnerUp.name}
            </a>
            <span className="govuk-hint app-under app-nowrap">{line.runnerUp.words}</span>
          </>
        ) : line.mentor === null ? (
          '–'
        ) : (
          'Nobody else: it would wait'
        ),
    },
    {
      key: 'ways',
      label: 'Change',
      cell: (line) => (
        <div className="app-ways">
          <a className="govuk-link app-nowrap" href={paths.matchDeskNeed(line.needId)}>
            Why, and change
            <span className="govuk-visually-hidden"> for {line.firm}</span>
          </a>
          <KeepButton line={line} draft={props.draft} />
        </div>
      ),
    },
  ];
}

function Proposed({ line, org, programme }: { line: DeskLine } & ProposalTableProps) {
  const paths = programmePaths(org, programme);
  return (
    <>
      {line.mentor ? <a href={paths.mentor(line.mentor.id)}>{line.mentor.name}</a> : null}
      {line.pair ? (
        <span className="app-under app-nowrap">Fit {fitWords(line.pair.total)} of 100</span>
      ) : null}
      {line.state === 'proposed' ? null : <LineStateTag state={line.state} />}
    </>
  );
}

function Because({ line, nameOf }: { line: DeskLine; nameOf: (id: string) => string }) {
  if (line.unserved) return <>{unservedWords(line.unserved, nameOf)}</>;
  const said = line.reason === '' ? null : <span className="app-under">“{line.reason}”</span>;
  const parts = (label: string, list: readonly Pick<PartScore, 'part' | 'value'>[]) =>
    list.length === 0 ? null : (
      <span className="app-under">
        {label} {list.map((part) => `${shortParts[part.part]} ${part.value}`).join(', ')}
      </span>
    );
  return (
    <>
      {said}
      {line.pair ? parts('Strongest:', line.pair.plus) : null}
      {line.pair ? parts('Weakest:', line.pair.minus) : null}
    </>
  );
}

function KeepButton({ line, draft }: { line: DeskLine; draft: DraftKey }) {
  const hidden = <span className="govuk-visually-hidden"> {line.firm}</span>;
  if (line.state === 'proposed' && line.mentor) {
    const values = { needId: line.needId, mentorId: line.mentor.id };
    return (
      <DeskButton draft={draft} doing="pin" values={values}>
        Keep{hidden}
      </DeskButton>
    );
  }
  if (line.state === 'decided') {
    return (
      <DeskButton draft={draft} doing="unpin" values={{ needId: line.needId }}>
        Let go{hidden}
      </DeskButton>
    );
  }
  if (line.state === 'waits') {
    return (
      <DeskButton draft={draft} doing="take-back" values={{ needId: line.needId }}>
        Take part{hidden}
      </DeskButton>
    );
  }
  return null;
}
