import { Tag, type Tone } from '../../../ui/tag.tsx';
import { type NeedClock, type NeedResult, type NeedState, needResultWords } from '../need.ts';

const stateTones: Record<NeedState, Tone> = { open: 'warn', introduced: 'good', closed: 'neutral' };

const stateWords: Record<NeedState, string> = {
  open: 'Open',
  introduced: 'Mentor introduced',
  closed: 'Closed',
};

/** Open, introduced, or closed with its result. */
export function NeedStateTag({ need }: { need: { state: NeedState; result: NeedResult | null } }) {
  const result = need.result === null ? '' : `: ${needResultWords[need.result].toLowerCase()}`;
  return (
    <Tag tone={stateTones[need.state]}>
      {stateWords[need.state]}
      {result}
    </Tag>
  );
}

/** The clock to an introduction; red once it is over its time. */
export function NeedClockTag({ clock }: { clock: NeedClock }) {
  if (clock.state === 'overdue') return <Tag tone="bad">{clock.words}</Tag>;
  return <>{clock.words}</>;
}
