/** Who holds, as far as 2003/361/EC tells holders apart. */
export const holders = [
  'enterprise',
  'person',
  'public-body',
  'venture-capital',
  'business-angel',
  'university',
  'institutional-investor',
  'small-local-authority',
] as const;

export type Holder = (typeof holders)[number];

/** A holding of capital or votes, whichever share is higher, in whole percent. */
export interface HeldShare {
  direction: 'holds-us' | 'held-by-us';
  holder: Holder;
  percent: number;
  /** Majority of votes, right to appoint most of the board, or dominant influence by contract. */
  control: boolean;
  /** Business angels only: put less than €1,250,000 into this enterprise. */
  underAngelLimit: boolean;
}

export type Standing = 'autonomous' | 'partner' | 'linked';

const keepsAutonomy: ReadonlySet<Holder> = new Set([
  'venture-capital',
  'business-angel',
  'university',
  'institutional-investor',
  'small-local-authority',
]);

/**
 * 2003/361/EC article 3: under 25 % autonomous, 25 to 50 % partner, above 50 % or control linked. Up to 50 %
 * the investors of article 3(2) keep the enterprise autonomous; a person's own holding adds no figures.
 */
export function standingOf(share: HeldShare): Standing {
  if (share.holder === 'person' || share.holder === 'public-body') return 'autonomous';
  if (share.percent > 50 || share.control) return 'linked';
  if (share.percent < 25) return 'autonomous';
  return isExcepted(share) ? 'autonomous' : 'partner';
}

/** Why the holding is added as it is, as one sentence. */
export function shareWords(share: HeldShare): string {
  const side = share.direction === 'holds-us' ? 'Holds' : 'Held with';
  const held = `${side} ${share.percent} %`;
  const standing = standingOf(share);
  if (standing === 'linked') {
    return share.percent > 50
      ? `${held}, more than half, so it is linked and counts in full.`
      : `${held} and controls, so it is linked and counts in full.`;
  }
  if (standing === 'partner') {
    return `${held}, between 25 and 50 %, so it is a partner and counts by that share.`;
  }
  if (share.holder === 'person') return `${held} as a person, so no figures are added.`;
  if (share.holder === 'public-body') return `${held} as a public body, so no figures are added.`;
  return share.percent < 25
    ? `${held}, under 25 %, so it does not count.`
    : `${held} as an investor whose share up to 50 % does not count.`;
}

function isExcepted(share: HeldShare): boolean {
  if (share.direction !== 'holds-us' || !keepsAutonomy.has(share.holder)) return false;
  return share.holder !== 'business-angel' || share.underAngelLimit;
}
