import { squash } from '../../../kernel/text.ts';
import { withoutGuard } from '../../../platform/spreadsheets/safe-cell.ts';
import type { ProblemCode } from './problem.ts';

export interface CleanCell {
  /** One line per paragraph; empty when the cell says nothing. */
  text: string;
  remarks: readonly { code: ProblemCode; message: string }[];
}

/** Most cells: plain ASCII, nothing to mend. Sparing them the rest halves the time of an import. */
const plain = /^[!"$%&(),./0-9:;<>?A-Z[\\\]^_`a-z{|}~*][!-~]*( [!-~]+)*$/;
const none: CleanCell['remarks'] = [];

const emptyWords =
  /^(n[./]?[ak]\.?|k\. ?A\.|none( supplied)?|null|nil|nan|undefined|unknown|(not|don.?t) know(n)?|not (available|applicable|given|provided|supplied|stated)|tbc|tba|tbd|[[(]?(blank|none|empty)[\])]|blank|[-–—.?*/_]+)$/i;
const cellErrors =
  /^(#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA)|#{3,}|Err:\d{3}|#(NV|N\/[ABD]|[¡¿]?\p{L}{2,12}(\/0)?[!?]))$/iu;
const formulaWords =
  'The cell holds a formula without a value. Open the file in its program, save it and upload it again, or type the value.';
/** `=…` always is one; `+`, `-` and `@` also begin real names, so they need a call or a link behind them. */
const formula = /^\s*(=.|[+\-@][A-Z][\w.]*\(|[+\-@].*[|!].*)/is;

/** In a name only signs say nothing: Na Li, Christopher Null and Nil Puig are people. */
const emptySigns = /^([-–—.?*/_]+|n\/a)$/i;

/** Whether a text says that there is nothing. */
function saysNothing(text: string, isName: boolean): boolean {
  return text.length <= 20 && (isName ? emptySigns : emptyWords).test(text);
}

/**
 * Frees a cell of what spreadsheets and encodings leave behind, and says what was done. A word for "nothing" is
 * nothing, but never in a name.
 */
export function cleanCell(raw: string, isName = false): CleanCell {
  if (plain.test(raw) && !raw.includes('&') && !cellErrors.test(raw))
    return { text: saysNothing(raw, isName) ? '' : raw, remarks: none };
  const remarks: { code: ProblemCode; message: string }[] = [];
  const remark = (code: ProblemCode, message: string) => remarks.push({ code, message });
  let text = withoutTextMark(withoutQuotedFormula(withoutGuard(raw)));
  if (cellErrors.test(text.trim())) {
    remark('cell-error', `The cell shows ${text.trim()}. Type the value.`);
    return { text: '', remarks };
  }
  if (formula.test(text)) {
    remark('formula', formulaWords);
    return { text: '', remarks };
  }
  const repaired = withRepairedCharacters(text);
  const decoded = withoutEntities(repaired);
  if (decoded !== text) {
    const what = decoded === repaired ? 'Accented letters' : 'Signs written as codes such as &amp;';
    remark('repaired-characters', `${what} were garbled and have been repaired. Check them.`);
    text = decoded;
  }
  if (text.includes('\ufffd')) {
    remark(
      'unreadable-characters',
      'Some letters were lost when the file was saved. Check the text.',
    );
  }
  if (/[^\P{Cc}\t\n\r]/u.test(text)) {
    remark('control-characters', 'Invisible control characters were taken out.');
  }
  const lines = text.split(/[\r\n\u2028\u2029]+/).map(squash);
  text = lines.filter((line) => line !== '').join('\n');
  return { text: saysNothing(text, isName) ? '' : text, remarks };
}

/** `="01234567"` is how exports keep leading zeros from a spreadsheet: text, not something to calculate. */
function withoutQuotedFormula(text: string): string {
  const quoted = /^\s*=\s*"((?:[^"]|"")*)"\s*$/.exec(text)?.[1];
  return quoted === undefined ? text : quoted.replaceAll('""', '"');
}

/** `'01926…`: the apostrophe that keeps a number as text in a spreadsheet is no part of it. */
function withoutTextMark(text: string): string {
  return /^\s*['’`]\s*[\d+(£€$.,-][\d\s+()£€$.,/-]*['’`]?\s*$/.test(text)
    ? text.replace(/['’`]/g, '')
    : text;
}

const entities: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'", '#039': "'" },
  ...{ '#x27': "'", '#38': '&', rsquo: '’', ndash: '–', pound: '£', euro: '€' },
};

/** What web systems leave in their exports: `Smith &amp; Sons`. */
function withoutEntities(text: string): string {
  return text.replace(/&(#?\w{2,6});/g, (whole, name: string) => entities[name] ?? whole);
}

const western = new TextDecoder('windows-1252');
const byteOf = new Map<string, number>();
for (let byte = 128; byte < 256; byte += 1)
  byteOf.set(western.decode(new Uint8Array([byte])), byte);

/** Text that was UTF-8, read as Windows-1252 and saved again (`RÃ¼ck`), turned back; else as it is. */
function withRepairedCharacters(text: string): string {
  if (!/[\u00c2-\u00c5\u00c9\u00e2]./.test(text)) return text;
  const bytes: number[] = [];
  for (const character of text) {
    const byte = character < '\u0080' ? character.charCodeAt(0) : byteOf.get(character);
    if (byte === undefined) return text;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    // Not a garbled text but a real one with such letters.
    return text;
  }
}
