/** What tells who a firm is; none of it may reach a mentor before both have agreed. */
export interface FirmIdentity {
  names: readonly string[];
  people: readonly string[];
}

const legalForm =
  /[\s,]+(?:ltd|limited|llp|lp|plc|cic|c\.i\.c|community interest company|gmbh|ug|ag|kg|inc|corp|co|company|group|holdings|partners|& co|and co)\.?$/iu;

/** Words that begin many names and tell nobody's. */
const ordinary: ReadonlySet<string> = new Set(
  `about advanced after before best better black blue british business cash city clean clear company creative
  custom data digital east english enterprise first food from global good great green growth home learning little
  local market marketing modern money national north northern open people place power prime quality real right
  royal sales skills small smart south southern staff start strategy super sweet team that their there they this
  time topics total true urban value very west western what when where which white with work working world young
  your`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const anyMail = /[\p{L}\d.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\d.-]{1,200}\.\p{L}{2,20}/gu;
const anyAddress =
  /(?:https?:\/\/|www\.)[^\s<>()]+|\b[\p{L}\d-]{1,63}\.(?:com|org|net|co\.uk|org\.uk|uk|eu|de|io|ai|shop|app|tech)\b(?:\/\S*)?/giu;
const anyNumber = /\+?\d[\d\s()-]{7,40}\d/g;

/** The text with everything left out by which a mentor could know the firm. Says too little rather than too much. */
export function withoutNames(text: string, { names, people }: FirmIdentity): string {
  let out = text.replace(anyMail, '…').replace(anyAddress, '…').replace(anyNumber, '…');
  for (const name of longestFirst(names.flatMap(shorterForms))) {
    out = out.replace(wordsLike(name, 'giu'), 'the enterprise');
  }
  for (const word of names.flatMap(tellingWords)) {
    out = out.replace(wordsLike(word, 'gu'), 'the enterprise');
  }
  for (const person of longestFirst(people)) {
    out = out.replace(wordsLike(person, 'giu'), 'our contact');
  }
  for (const word of people.flatMap(lastNames)) {
    out = out.replace(wordsLike(word, 'gu'), 'our contact');
  }
  return out
    .replace(/(the enterprise)(?:[\s,]+the enterprise)+/gu, '$1')
    .replace(/\b(the) the enterprise/giu, '$1 enterprise')
    .replace(/(^|[.!?]\s+|\n)the enterprise/gu, (_, before: string) => `${before}The enterprise`);
}

/** "Larkfield Motion Holdings Ltd" is also "Larkfield Motion Holdings" and "Larkfield Motion". */
function shorterForms(name: string): string[] {
  const forms = [name.trim()];
  for (;;) {
    const shorter = (forms.at(-1) ?? '').replace(legalForm, '').trim();
    if (shorter === forms.at(-1) || shorter.length < 3)
      return forms.filter((form) => form.length > 2);
    forms.push(shorter);
  }
}

/** The words of a name that alone tell whose it is, as they are written: "Larkfield", not "motion". */
function tellingWords(name: string): string[] {
  const core = shorterForms(name).at(-1) ?? '';
  const [first = ''] = core.split(/[\s,/&-]+/u);
  return first.length > 3 && !ordinary.has(first.toLowerCase()) ? [first, first.toUpperCase()] : [];
}

function lastNames(person: string): string[] {
  const parts = person.trim().split(/\s+/u);
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  return last.length > 3 ? [last] : [];
}

function longestFirst(texts: readonly string[]): string[] {
  return texts
    .filter((text) => text.trim().length > 2 && /[\p{L}\p{N}]/u.test(text))
    .toSorted((a, b) => b.length - a.length);
}

/** Matches the words however they are spaced, and not inside longer words. */
function wordsLike(text: string, flags: string): RegExp {
  const words = text
    .trim()
    .split(/[\s-]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s\\-_]*')}(?![\\p{L}\\p{N}])`, flags);
}
