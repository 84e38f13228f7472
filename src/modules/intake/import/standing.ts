/** Where a firm stands in the programme that a list speaks of. */
export type Standing = 'enrolled' | 'on-record';

const within = new Set(
  (
    'applied|applicant|supported|enrolled|eligible|active|live|open|pending|new|prospect|lead|client|customer|' +
    'won|approved|accepted|waiting|in progress|ongoing|on programme|current|referred|registered|started|yes|aktiv|laufend'
  ).split('|'),
);
const over = new Set(
  (
    'closed|completed|complete|finished|ended|left|withdrawn|withdrew|declined|rejected|refused|not eligible|' +
    'ineligible|inactive|dissolved|dormant|lapsed|lost|former|ex client|past|exited|archived|history|historic|no|' +
    'inaktiv|abgeschlossen|beendet|ehemalig'
  ).split('|'),
);

/** A state in another system as what it means here; null when the word is not known. */
export function readStanding(text: string): Standing | null {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  if (within.has(word)) return 'enrolled';
  return over.has(word) ? 'on-record' : null;
}
