import { isMailAddress } from '../../kernel/contact-details.ts';
import { cutText, squash } from '../../kernel/text.ts';

/** The address itself; throws for anything that is not one plain address. */
export function checkedAddress(text: string): string {
  if (!isMailAddress(text)) throw new Error('this is not a plain mail address');
  return text;
}

/** A name or subject without line breaks, control and invisible characters: nothing can become a header. */
export function oneLine(text: string, longest = 300): string {
  return cutText(squash(text), longest).trim();
}
