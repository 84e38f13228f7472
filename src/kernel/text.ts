/**
 * Joiners are spelling in Persian, in the scripts of India and in emoji; beside a Latin letter or at an edge they only hide.
 */
const looseJoiners =
  /(?<![[\p{L}--\p{Script=Latin}]\p{M}\p{Extended_Pictographic}\u{fe0f}])[\u200c\u200d]|[\u200c\u200d](?![[\p{L}--\p{Script=Latin}]\p{Extended_Pictographic}])/gv;

/** Trims and squeezes white space, and drops control and invisible characters. */
export function squash(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(looseJoiners, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** At most `most` characters, and never half of one: an emoji that stands across the edge goes whole. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHalf ? most - 1 : most);
}

/** Text as a database can keep it: no NUL, and the sign for "unreadable" where half a character stood. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** Letters that Unicode does not take apart into a plain one and its mark. */
const plainLetters: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

/** Lower case without accents, for comparing what people typed. */
export function foldCase(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? letter);
}

/** Longer forms come first: what is left of `limited liability partnership` would be no legal form. */
const legalForms =
  /\b(limited liability partnership|public limited company|community interest company|charitable incorporated organisation|cwmni buddiannau cymunedol|limited|ltd|plc|llp|lp|cic|cio|cyfyngedig|cyf|ccc|inc|incorporated|llc|corp|gmbh|sarl|sas|srl|bv|company|co|the|uk|holdings?|group)\b/g;

/** A firm's name reduced to what distinguishes it: no case, accents, punctuation, legal form. */
export function normaliseName(name: string): string {
  const folded = foldCase(name.replace(/[™®©℠]/g, ''))
    .replace(/[&+]/g, ' and ')
    .replace(/['’‘ʼ`´′.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  const bare = folded
    .replace(legalForms, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ and $/, ' ')
    .trim();
  if (bare !== '') return bare;
  // `!!! Ltd` and `??? Ltd` are two firms: where only signs tell, they are kept.
  return /[^\p{L}\p{N}\s.,'’&()-]/u.test(name) ? foldCase(squash(name)) : folded.trim();
}

/** `Business Ready!` → `business-ready`; at most 60 characters; never empty. */
export function slugify(text: string): string {
  const slug = foldCase(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug === '' ? 'x' : slug;
}

/** `plural(1, 'session')` → `1 session`; `plural(3, 'entry', 'entries')` → `3 entries`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** What somebody typed, as the end of a sentence: a full stop unless it brings its own ending. */
export function endSentence(text: string): string {
  const words = text.trimEnd();
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

/** `['a','b','c']` → `a, b and c`; with semicolons when one of them holds a comma of its own. */
export function listWords(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  if (words.some((word) => word.includes(','))) {
    return `${words.slice(0, -1).join('; ')}; ${last} ${words.at(-1)}`;
  }
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

const linkLike = /:\/\/|\bwww\.|@|[\p{L}\p{N}-]{2}\.[a-z]{2}/u;

/** Whether a name holds a web or mail address: a letter of ours must not carry a stranger's link. */
export function holdsAddress(text: string): boolean {
  return linkLike.test(text);
}

/** The words as they stand in the middle of a sentence. */
export function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
