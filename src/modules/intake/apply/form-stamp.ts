import { createHmac, timingSafeEqual } from 'node:crypto';

const leastSeconds = 3;
const mostSeconds = 24 * 3600;

/** A hidden value that says when a public form was shown, which nobody else can make. */
export function stampForm(secret: string, now: string): string {
  return `${now}~${signature(secret, now)}`;
}

/** Whether the form was open as long as a person needs to fill it in, and not for days. */
export function isHumanPace(secret: string, stamp: string, now: string): boolean {
  const [shown = '', signed = ''] = stamp.split('~');
  const expected = Buffer.from(signature(secret, shown));
  const given = Buffer.from(signed);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const seconds = (Date.parse(now) - Date.parse(shown)) / 1000;
  return seconds >= leastSeconds && seconds <= mostSeconds;
}

function signature(secret: string, shown: string): string {
  return createHmac('sha256', `${secret}/apply-form`).update(shown).digest('base64url');
}
