import type { Tone } from '../../../ui/tag.tsx';

/** One thing to do: about whom, why (the rule that found it), and the one verb. */
export interface TodayItem {
  key: string;
  /** What the row rests on: with another cause it is a new row, also when the old one was put aside. */
  cause: string;
  enterprise: string;
  href: string;
  why: string;
  tag: string;
  tone: Tone;
  verb: string;
  verbHref: string;
  /** What the verb leads to asks for more than reading; without it the row has no button. */
  needs: 'nothing' | 'contact' | 'ranking' | 'match' | 'people' | 'settings';
}

export interface TodayBand<Item extends TodayItem = TodayItem> {
  id: string;
  title: string;
  about: string;
  items: readonly Item[];
}

/** A firm with everything that waits about it. */
export interface TodayGroup<Item extends TodayItem = TodayItem> {
  enterprise: string;
  href: string;
  items: Item[];
}

/** The firms of a band in order, each once; what a later band has about them is told here and not again there. */
export function groupsOf<Item extends TodayItem>(
  bands: readonly TodayBand<Item>[],
): (Omit<TodayBand<Item>, 'items'> & { groups: TodayGroup<Item>[] })[] {
  const seen = new Map<string, TodayGroup<Item>>();
  return bands.map(({ items, ...band }) => {
    const groups: TodayGroup<Item>[] = [];
    for (const item of items) {
      const known = seen.get(item.href);
      if (known) {
        known.items.push(item);
        continue;
      }
      const group = { enterprise: item.enterprise, href: item.href, items: [item] };
      seen.set(item.href, group);
      groups.push(group);
    }
    return { ...band, groups };
  });
}

/** Rows in the order in which they are shown, each with the key of the one after it; the last leads to the first. */
export function inOrder<Item extends TodayItem>(
  bands: readonly { groups: readonly TodayGroup<Item>[] }[],
): Map<string, string> {
  const keys = bands.flatMap(({ groups }) =>
    groups.flatMap(({ items }) => items.map((item) => item.key)),
  );
  return new Map(keys.map((key, at) => [key, keys[at + 1] ?? keys[0] ?? key]));
}
