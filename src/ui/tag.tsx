import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info';

const tones: Record<Tone, string> = {
  neutral: 'govuk-tag--grey',
  good: 'govuk-tag--green',
  warn: 'govuk-tag--yellow',
  bad: 'govuk-tag--red',
  info: 'govuk-tag--blue',
};

/** A state in a word; the colour only repeats it. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <strong className={`govuk-tag ${tones[tone]}`}>{children}</strong>;
}
