import { formatDate } from '../../../../kernel/calendar.ts';
import { Panel } from '../../../../ui/card.tsx';
import { Tag, type Tone } from '../../../../ui/tag.tsx';
import type { BoardLine } from '../board.ts';
import { eligibilityTestWords, type TestOutcome, testOutcomeWords } from '../test-result.ts';

const tones: Record<TestOutcome, Tone> = {
  met: 'good',
  'not-met': 'bad',
  'needs-adviser': 'warn',
  missing: 'neutral',
};

/** The result of a test in a word. */
export function OutcomeTag({ result }: { result: string }) {
  const known = result as TestOutcome;
  return <Tag tone={tones[known] ?? 'neutral'}>{testOutcomeWords[known] ?? result}</Tag>;
}

interface TestPanelProps {
  line: BoardLine;
  /** Its own page, unless this is it. */
  href?: string;
  mayAssess: boolean;
}

/** One named test: the result, why with the arithmetic, the evidence, who and when. */
export function TestPanel({ line, href, mayAssess }: TestPanelProps) {
  const isOpen = line.result !== 'met' && !line.isSetAside;
  return (
    <Panel
      id={line.test}
      title={eligibilityTestWords[line.test]}
      actions={
        <span className="app-tags">
          <OutcomeTag result={line.result} />
          {line.isSetAside ? <Tag tone="info">Set aside by two people</Tag> : null}
          {line.isAsked ? <Tag tone="warn">Waits for a second person</Tag> : null}
        </span>
      }
    >
      <ul className="govuk-list govuk-list--bullet">
        {line.because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {line.evidence ? <p className="govuk-body-s">Evidence: {line.evidence}</p> : null}
      {isOpen && line.evidenceNeeded.length > 0 ? (
        <p className="govuk-body-s">Evidence to ask for: {line.evidenceNeeded.join('; ')}.</p>
      ) : null}
      <p className="govuk-body-s">
        {line.on === null
          ? 'Worked out from the record; nobody has looked at it yet. '
          : line.by === null
            ? `Worked out from the record on ${formatDate(line.on)}. `
            : `Recorded by ${line.by} on ${formatDate(line.on)}. `}
        {href === undefined ? null : (
          <a href={href}>
            {mayAssess ? (isOpen ? 'Enter facts' : 'Look again') : 'See'}
            <span className="govuk-visually-hidden">: {eligibilityTestWords[line.test]}</span>
          </a>
        )}
      </p>
    </Panel>
  );
}
