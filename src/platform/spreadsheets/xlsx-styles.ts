import { attribute, localName, xmlMarkup } from './xml-markup.ts';

/** How numbers of a style are shown: as days, or as hours that have passed. Others are plain numbers. */
export type TimeStyle = 'date' | 'elapsed';

/** Formats that every program knows by number. */
const builtIn: Record<number, TimeStyle> = { 46: 'elapsed' };
for (const id of [
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47],
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58],
]) {
  builtIn[id] = 'date';
}

/** The styles of cells, by their number in the styles part, that show days or times. */
export function xlsxTimeStyles(chunks: Iterable<string>): ReadonlyMap<number, TimeStyle> {
  const formats = new Map<number, TimeStyle | null>();
  const styles = new Map<number, TimeStyle>();
  let isInCellStyles = false;
  let at = 0;
  for (const tag of xmlMarkup(chunks)) {
    if (typeof tag === 'string') continue;
    const name = localName(tag.name);
    if (name === 'cellXfs') isInCellStyles = tag.isOpen && !tag.isClosed;
    if (name === 'numFmt' && tag.isOpen) {
      const id = Number(attribute(tag.attributes, 'numFmtId') ?? Number.NaN);
      formats.set(id, timeStyleOf(attribute(tag.attributes, 'formatCode') ?? ''));
    }
    if (name !== 'xf' || !isInCellStyles || !tag.isOpen) continue;
    const id = Number(attribute(tag.attributes, 'numFmtId') ?? '0');
    const style = formats.has(id) ? formats.get(id) : builtIn[id];
    if (style) styles.set(at, style);
    at += 1;
  }
  return styles;
}

/** What a format such as `dd/mm/yyyy;@` shows; null for plain numbers. Only its first section counts. */
export function timeStyleOf(format: string): TimeStyle | null {
  const first = format
    .slice(0, 300)
    .replace(/\\.|"[^"]*"|[_*]./g, '')
    .split(';')[0];
  const code = first ?? '';
  if (/\[(h+|m+|s+)\]/i.test(code)) return 'elapsed';
  const bare = code
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|standard/gi, '')
    .replace(/E[+-]/gi, '');
  return /[ydmhs]/i.test(bare) ? 'date' : null;
}
