import { cutText, squash } from '../../kernel/text.ts';

/**
 * One address of the plain kind `local@domain`. Quoted local parts, lists, comments and routes are legal in
 * RFC 5322 but have sent letters to strangers, so they are refused.
 */
const plain =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** Whether a letter may be sent to this text. */
export function isMailAddress(text: string): boolean {
  return text.length <= 320 && plain.test(text) && !text.includes('..') && !/^\.|\.@/.test(text);
}

/** The address itself; throws for anything that is not one plain address. */
export function checkedAddress(text: string): string {
  if (!isMailAddress(text)) throw new Error('this is not a plain mail address');
  return text;
}

/** A name or subject without line breaks, control and invisible characters: nothing can become a header. */
export function oneLine(text: string, longest = 300): string {
  return cutText(squash(text), longest).trim();
}
