import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { Panel } from '../../../../ui/card.tsx';
import { AnsweredRequest, RequestAnswerForm } from '../../pages/answered-request.tsx';
import type { OverrideRow } from '../reads.ts';
import { eligibilityTestWords } from '../test-result.ts';

interface OverridePanelProps {
  overrides: readonly (OverrideRow & { mayAnswer: boolean })[];
  zone: string;
  answer: FormAnswer;
}

const verdict = {
  ...{ name: 'verdict', agree: 'approve', refuse: 'refuse' },
  words: 'Agree to set it aside',
};

/** Requests to set a test aside, and the answer of the second person. */
export function OverridePanel({ overrides, zone, answer }: OverridePanelProps) {
  return (
    <Panel title="Requests to set a test aside">
      <ul className="govuk-list app-list">
        {overrides.map((row) => (
          <li key={row.id}>
            <AnsweredRequest
              isAgreed={isAgreed(row)}
              reason={row.reason}
              askedBy={row.requestedByName}
              askedAt={row.requestedAt}
              answeredBy={row.answeredByName}
              answeredAt={row.answeredAt}
              answer={row.answer}
              zone={zone}
            >
              <strong>{eligibilityTestWords[row.test] ?? row.test}</strong>
            </AnsweredRequest>
            {row.mayAnswer ? (
              <RequestAnswerForm
                label="Answer the request"
                field={{ name: 'overrideId', value: row.id }}
                verdict={verdict}
                answer={answer}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function isAgreed(row: OverrideRow): boolean | null {
  if (row.isRefused) return false;
  return row.approvedBy === null ? null : true;
}
