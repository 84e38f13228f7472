import { expect, test } from 'vitest';
import { wayBackOf, withWayBack } from './way-back.ts';

const base = '/o/north';
const back = (href: string) => wayBackOf(new URL(href, 'https://hub.example'), base);

test('an address keeps its own query and its place on the page beside the way back', () => {
  const then = '/o/north/p/grow/today?of=me&at=call/1#next';
  for (const href of ['/o/north/a', '/o/north/a?contact=1', '/o/north/a?b=1#c']) {
    const led = withWayBack(href, then);
    expect(back(led)).toBe(then);
    expect(led.endsWith('#c')).toBe(href.endsWith('#c'));
  }
});

test('nothing leads out of the organisation', () => {
  for (const then of [
    'https://elsewhere.example/o/north/a',
    '//elsewhere.example/o/north/a',
    '/o/other/a',
    '/o/north/../other/a',
    '/o/north/%2e%2e/other/a',
    '/o/northern/a',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '',
  ]) {
    expect(back(withWayBack('/o/north/a', then))).toBeNull();
  }
  expect(back('/o/north/a')).toBeNull();
});
