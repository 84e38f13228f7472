import type { ReactNode } from 'react';

interface WhyNotProps {
  /** The question it answers, e.g. `Why not Ms Beech?`. */
  question: string;
  reasons: readonly ReactNode[];
}

/** Every "no" says why: the reasons open below the question, without scripts. */
export function WhyNot({ question, reasons }: WhyNotProps) {
  return (
    <details className="app-why">
      <summary>{question}</summary>
      <ul>
        {reasons.map((reason, at) => (
          <li key={at}>{reason}</li>
        ))}
      </ul>
    </details>
  );
}
