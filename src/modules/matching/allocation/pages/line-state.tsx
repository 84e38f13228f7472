import { listWords, plural } from '../../../../kernel/text.ts';
import { Tag, type Tone } from '../../../../ui/tag.tsx';
import type { Unserved } from '../explain.ts';
import type { LineState } from '../desk-lines.ts';

export const lineStateWords: Record<LineState, string> = {
  decided: 'Decided',
  proposed: 'Proposed',
  stays: 'Stays',
  moves: 'Would move',
  waits: 'Waits on purpose',
  nobody: 'Nobody',
};

const tones: Record<LineState, Tone> = {
  decided: 'good',
  proposed: 'info',
  stays: 'neutral',
  moves: 'warn',
  waits: 'neutral',
  nobody: 'bad',
};

/** How a need stands on the match desk. */
export function LineStateTag({ state }: { state: LineState }) {
  return <Tag tone={tones[state]}>{lineStateWords[state]}</Tag>;
}

/** Why a need gets nobody, in a sentence. */
export function unservedWords(unserved: Unserved, nameOf: (id: string) => string): string {
  switch (unserved.why) {
    case 'nobody-may':
      return 'No mentor may take it: a hard rule or a step of this run keeps everybody out.';
    case 'no-places':
      return `${someNames(unserved.mentorIds, nameOf)} could take it, but ${unserved.mentorIds.length === 1 ? 'has' : 'have'} no place left.`;
    case 'outbid': {
      const mentors = someNames(unserved.mentorIds, nameOf);
      return `${plural(unserved.needs, 'need')} compete for ${plural(unserved.places, 'place')}, those of ${mentors} among them.`;
    }
  }
}

function someNames(ids: readonly string[], nameOf: (id: string) => string): string {
  const shown = ids.slice(0, 3).map(nameOf);
  const rest = ids.length - shown.length;
  return listWords(rest > 0 ? [...shown, plural(rest, 'other')] : shown);
}
