import { listWords, plural } from '../../../kernel/text.ts';
import type { PartKey } from '../weights.ts';
import { penaltyOf, pointsWords } from './allocation.ts';
import type { Change, Totals } from './proposal.ts';

type Name = (id: string) => string;

interface Step {
  needId: string;
  from: string | null;
  to: string | null;
}

/** One need that changes hands, as a sentence without its full stop. */
export function moveWords({ needId, from, to }: Step, needName: Name, mentorName: Name): string {
  const need = needName(needId);
  if (from === null) return `${need} goes to ${mentorName(to ?? '')}`;
  if (to === null) return `${need} loses ${mentorName(from)} and waits`;
  return `${need} moves from ${mentorName(from)} to ${mentorName(to)}`;
}

/** Who else would have to change, as one sentence; empty when nobody would. */
export function chainWords(
  chain: readonly { need: string; from: string | null; to: string | null }[],
  needId: string,
  needName: Name,
  mentorName: Name,
): string {
  const others = chain.filter((move) => move.need !== needId);
  if (others.length === 0) return '';
  const words = others.map((move) =>
    moveWords({ needId: move.need, from: move.from, to: move.to }, needName, mentorName),
  );
  return `${listWords(words)}.`;
}

/** How many needs fewer are served when these moves are made; below zero when more are. */
export function fewerServed(chain: readonly { from: string | null; to: string | null }[]): number {
  const lost = chain.filter((move) => move.to === null).length;
  return lost - chain.filter((move) => move.from === null).length;
}

/** What another mentor for a need would cost: needs first, points only where as many are served. */
export function regretWords(
  regret: number,
  chain: readonly { from: string | null; to: string | null }[],
): string {
  if (regret === 0) return 'as good';
  if (regret < 0) return `gains ${pointsWords(-regret)}`;
  const fewer = fewerServed(chain);
  return fewer > 0 ? `${plural(fewer, 'need')} fewer served` : `costs ${pointsWords(regret)}`;
}

/** What a step did to the whole, as sentences. */
export function costWords(before: Totals, after: Totals, changes: readonly Change[]): string {
  if (changes.length === 0) return 'Nobody moves.';
  const served = after.served - before.served;
  const sentences = [`${plural(changes.length, 'need')} changed hands`];
  if (served < 0) sentences.push(`${plural(-served, 'need')} fewer served`);
  if (served > 0) sentences.push(`${plural(served, 'need')} more served`);
  if (served === 0 && after.taking === before.taking) {
    const points = after.objective - before.objective;
    if (points < 0) sentences.push(`${pointsWords(-points)} lost for the programme`);
    if (points > 0) sentences.push(`${pointsWords(points)} won for the programme`);
  }
  return `${listWords(sentences)}.`;
}

/** What one more place with a mentor is worth, in words. */
export function priceWords(price: number, placesLeft: number): string {
  if (price >= penaltyOf(1, 0)) {
    return `One more place would serve one need more, worth ${pointsWords(price)}`;
  }
  if (price > 0) return `One more place is worth ${pointsWords(price)}`;
  return placesLeft > 0
    ? `${plural(placesLeft, 'place')} left over`
    : 'One more place brings nothing';
}

/** The same in a few words, for the head of a column. */
export function shortPrice(price: number): string {
  return price >= penaltyOf(1, 0) ? '+1 serves one' : pointsWords(price);
}

/** The parts of the score in a word each, for a table. */
export const shortParts: Record<PartKey, string> = {
  expertise: 'expertise',
  sector: 'sector',
  stage: 'stage',
  style: 'style',
  availability: 'times',
  reach: 'place',
  feedback: 'feedback',
  training: 'training',
};

/** A fit of 0 to 10,000 as 0 to 100. */
export function fitWords(total: number): string {
  return String(Math.round(total / 100));
}
