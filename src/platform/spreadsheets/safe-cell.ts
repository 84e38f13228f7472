/**
 * Text that a spreadsheet program will not run when it opens a CSV: beginning with = + - @, tab or carriage
 * return (CWE-1236), also behind blanks and in full-width form, it gets an apostrophe in front. Text only:
 * figures are exported as numbers and need none.
 */
export function safeCell(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of `safeCell` off again, so that a downloaded list can be mended and uploaded. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text;
}

const dangerous = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
