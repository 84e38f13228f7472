import { createHmac, timingSafeEqual } from 'node:crypto';

const leastSeconds = 2;
const mostSeconds = 24 * 3600;

/** A hidden value that says when a public form was shown, which nobody else can make. */
export function stampForm(secret: string, now: string): string {
  return `${now}~${signature(secret, now)}`;
}

/** For how many seconds the form has been open; null for a made-up stamp and after a day. */
export function secondsOpen(secret: string, stamp: string, now: string): number | null {
  const [shown = '', signed = ''] = stamp.split('~');
  const expected = Buffer.from(signature(secret, shown));
  const given = Buffer.from(signed);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const seconds = (Date.parse(now) - Date.parse(shown)) / 1000;
  return seconds >= 0 && seconds <= mostSeconds ? seconds : null;
}

/**
 * How long a form that came faster than anybody types has to wait, in milliseconds. A password manager fills it in at
 * once, so it is taken all the same; a machine that sends many is slowed down.
 */
export function waitFor(seconds: number): number {
  return Math.max(0, leastSeconds - seconds) * 1000;
}

function signature(secret: string, shown: string): string {
  return createHmac('sha256', `${secret}/apply-form`).update(shown).digest('base64url');
}
