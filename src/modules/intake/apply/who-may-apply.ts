import { listWords, lowerFirst, plural } from '../../../kernel/text.ts';
import { type RuleSet, type SizeBand, sizeBands } from '../../programmes/rule-set.ts';

/** What a programme asks of its firms, as its settings and its rule set have it. */
export interface AskedOfFirms {
  sizeBands: readonly string[];
  remit: string;
  tradingAtLeastMonths: number | null;
  tradingBelowMonths: number | null;
  businessSalesAtLeast: number | null;
  takesStarters: boolean;
  ceilings: RuleSet['size']['ceilings'];
  excluded: readonly string[];
}

const bandWords: Record<SizeBand, string> = {
  micro: 'micro',
  small: 'small',
  medium: 'medium-sized',
  large: 'large',
};

/** Who can apply, one sentence for each thing that is asked; the same ones that eligibility is tested by. */
export function whoMayApply(asked: AskedOfFirms): string[] {
  const excluded = asked.excluded.map(lowerFirst);
  return [
    firmsOf(asked),
    asked.remit.trim(),
    tradingOf(asked),
    asked.businessSalesAtLeast
      ? `At least ${asked.businessSalesAtLeast}% of your sales go to other businesses.`
      : '',
    asked.takesStarters ? 'People who are preparing a business and do not trade yet.' : '',
    excluded.length > 0
      ? `Not for firms whose main activity is ${listWords(excluded, 'or')}: the funder’s rules leave these out.`
      : '',
  ].filter((sentence) => sentence !== '');
}

function firmsOf({ sizeBands: chosen, ceilings }: AskedOfFirms): string {
  const bands = sizeBands.filter((band) => chosen.includes(band));
  const kinds = 'sole traders and social enterprises included';
  if (bands.length === 0 || bands.length === sizeBands.length) {
    return `Firms of every size, ${kinds}.`;
  }
  const words = listWords(bands.map((band) => bandWords[band]));
  const below = ceilings.find(({ band }) => band === bands.at(-1))?.staffBelow;
  const staff = below === undefined ? '' : ` with fewer than ${below} staff`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} firms${staff}, ${kinds}.`;
}

function tradingOf({ tradingAtLeastMonths: least, tradingBelowMonths: below }: AskedOfFirms) {
  const months = (count: number) => plural(count, 'month');
  if (least && below)
    return `Trading for at least ${months(least)} and less than ${months(below)}.`;
  if (least) return `Trading for at least ${months(least)}.`;
  return below ? `Trading for less than ${months(below)}.` : '';
}
