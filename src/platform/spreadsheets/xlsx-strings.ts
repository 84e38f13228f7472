import type { ReadingBudget } from './reading-budget.ts';
import { tableLimits } from './table.ts';
import { localName, xmlMarkup } from './xml-markup.ts';

/** The texts that cells of a workbook share, by number. Ruby (how a name is read aloud) is no part of them. */
export function xlsxStrings(chunks: Iterable<string>, budget: ReadingBudget): string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let ruby = 0;
  for (const one of xmlMarkup(chunks)) {
    if (typeof one === 'string') {
      if (isText && ruby === 0) text = appended(text, one);
      continue;
    }
    const name = localName(one.name);
    if (name === 't') isText = one.isOpen && !one.isClosed;
    else if (name === 'rPh' && one.isOpen !== one.isClosed) ruby += one.isOpen ? 1 : -1;
    else if (name === 'si') {
      if (one.isOpen) text = '';
      if (!one.isClosed) continue;
      budget.take(1, text.length);
      strings.push(withoutEscapes(text));
    }
  }
  return strings;
}

/** A text that grows piece by piece, no longer than a cell can be; one sign more tells that it was. */
export function appended(text: string, more: string): string {
  const whole = text === '' ? more : text + more;
  const most = tableLimits.cellCharacters + 1;
  return whole.length > most ? whole.slice(0, most) : whole;
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
