import { formatDate } from '../../../kernel/calendar.ts';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import type { MentorState } from '../mentor.ts';

export const mentorStateWords: Record<MentorState, string> = {
  candidate: 'Candidate',
  appointed: 'Appointed',
  inducted: 'Inducted',
  live: 'Live',
  paused: 'Paused',
  left: 'Left',
};

const tones: Record<MentorState, Tone> = {
  candidate: 'neutral',
  appointed: 'info',
  inducted: 'info',
  live: 'good',
  paused: 'warn',
  left: 'neutral',
};

interface MentorStateTagProps {
  state: string;
  pausedUntil?: string | null;
  inductedOn?: string | null;
  codeSignedOn?: string | null;
}

/** The state in a word, with what is missing before the mentor can be matched. */
export function MentorStateTag(props: MentorStateTagProps) {
  const state = props.state as MentorState;
  return (
    <>
      <Tag tone={tones[state]}>{mentorStateWords[state]}</Tag>
      {missing(props) ? <span className="govuk-hint app-under">{missing(props)}</span> : null}
    </>
  );
}

function missing({ state, pausedUntil, inductedOn, codeSignedOn }: MentorStateTagProps) {
  if (state === 'paused') return pausedUntil ? `until ${formatDate(pausedUntil)}` : '';
  if (state !== 'appointed' && state !== 'inducted') return '';
  const missed = [inductedOn ? '' : 'induction', codeSignedOn ? '' : 'code'].filter(Boolean);
  return missed.length > 0 ? `${missed.join(', ')} missing` : '';
}
