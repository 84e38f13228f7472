import { ProgressBar } from '../../../ui/card.tsx';
import { plural } from '../../../kernel/text.ts';

interface LoadBarProps {
  places: number;
  liveMatches: number;
  offersOpen: number;
}

/** What fills a mentor's places, whatever the programme and channel. */
export function LoadBar({ places, liveMatches, offersOpen }: LoadBarProps) {
  const taken = liveMatches + offersOpen;
  const offers = offersOpen > 0 ? `, ${plural(offersOpen, 'open offer')}` : '';
  return (
    <ProgressBar
      value={taken}
      most={places}
      label={`${plural(liveMatches, 'match', 'matches')}${offers}`}
      text={`${taken} of ${places}`}
    />
  );
}
