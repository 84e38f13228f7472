import { Tag, type Tone } from '../../../ui/tag.tsx';
import { type OfferState, offerStateWords } from '../offer.ts';

const tones: Record<OfferState, Tone> = {
  pending: 'info',
  accepted: 'good',
  declined: 'warn',
  expired: 'bad',
  withdrawn: 'neutral',
};

/** The state of an offer in a few words. */
export function OfferStateTag({ state }: { state: OfferState }) {
  return <Tag tone={tones[state]}>{offerStateWords[state]}</Tag>;
}
