/** Who holds, as far as 2003/361/EC tells holders apart. */
export const holders = [
  'enterprise',
  'person',
  'public-body',
  'public-investment-corporation',
  'venture-capital',
  'business-angel',
  'university',
  'institutional-investor',
  'small-local-authority',
] as const;

export type Holder = (typeof holders)[number];

/** A holding between two firms, or of somebody in a firm. */
export interface HeldShare {
  direction: 'holds-us' | 'held-by-us';
  holder: Holder;
  /** Share of the capital, or of both where the votes are not told apart; at most two decimals. */
  percent: number;
  /** Share of the votes where it differs. */
  votes?: number | null;
  /** Majority of votes, right to appoint most of the board, or dominant influence by contract. */
  control: boolean;
  /** Business angels only: all of them together put less than €1,250,000 into this enterprise. */
  underAngelLimit: boolean;
}

export type Standing = 'autonomous' | 'partner' | 'linked';

const keepsAutonomy: ReadonlySet<Holder> = new Set([
  'public-investment-corporation',
  'venture-capital',
  'business-angel',
  'university',
  'institutional-investor',
  'small-local-authority',
]);

/** Hundredths of a percent, so that sums of shares stay exact: 25.1 and 24.9 are 50. */
export function hundredthsOf(percent: number): number {
  return Math.round(percent * 100);
}

/** What counts for the quarter and for the proportion: capital or votes, whichever is greater. */
export function weightOf(share: Pick<HeldShare, 'percent' | 'votes'>): number {
  return Math.max(share.percent, share.votes ?? 0);
}

/** What counts for the majority: the votes. */
export function votesOf(share: Pick<HeldShare, 'percent' | 'votes'>): number {
  return share.votes ?? share.percent;
}

/**
 * One holding by itself after 2003/361/EC article 3: under 25 % autonomous, up to the majority of votes
 * partner, from there or with control linked. Short of that the investors of article 3(2) keep the enterprise
 * autonomous; a person's own holding adds no figures.
 */
export function standingOf(share: HeldShare): Standing {
  if (share.holder === 'person' || share.holder === 'public-body') return 'autonomous';
  if (hundredthsOf(votesOf(share)) > 50_00 || share.control) return 'linked';
  if (hundredthsOf(weightOf(share)) < 25_00) return 'autonomous';
  return isExcepted(share) ? 'autonomous' : 'partner';
}

/** Why the holding is added as it is, as one sentence. */
export function shareWords(share: HeldShare): string {
  const side = share.direction === 'holds-us' ? 'Holds' : 'Held with';
  const isSplit = typeof share.votes === 'number' && share.votes !== share.percent;
  const held = isSplit
    ? `${side} ${share.percent} % of the capital and ${share.votes} % of the votes`
    : `${side} ${share.percent} %`;
  const standing = standingOf(share);
  if (standing === 'linked') {
    return hundredthsOf(votesOf(share)) > 50_00
      ? `${held}, more than half, so it is linked and counts in full.`
      : `${held} and controls, so it is linked and counts in full.`;
  }
  if (standing === 'partner') {
    return isSplit
      ? `${held}, so it is a partner and counts by ${weightOf(share)} %.`
      : `${held}, between 25 and 50 %, so it is a partner and counts by that share.`;
  }
  if (share.holder === 'person') return `${held} as a person, so no figures are added.`;
  if (share.holder === 'public-body') return `${held} as a public body, so no figures are added.`;
  return weightOf(share) < 25
    ? `${held}, under 25 %, so it does not count.`
    : `${held} as an investor whose share up to 50 % does not count.`;
}

/** Whether article 3(2) leaves the holding out of account as long as its holder is not linked. */
export function isExcepted(share: HeldShare): boolean {
  if (share.direction !== 'holds-us' || !keepsAutonomy.has(share.holder)) return false;
  return share.holder !== 'business-angel' || share.underAngelLimit;
}

/** Holders that are public bodies themselves; article 3(4) excepts the last two only while they are not linked. */
export function isPublic(holder: Holder, isLinked: boolean): boolean {
  if (holder === 'public-body') return true;
  return (
    isLinked && (holder === 'small-local-authority' || holder === 'public-investment-corporation')
  );
}
