import { describe, expect, test } from 'vitest';
import { styleWithWish } from './trait.ts';

const wish = { trait: 'woman', isMust: false, metBy: new Set(['m1']) } as const;

describe('a founder’s wish about who the mentor is', () => {
  test('lifts the working style of mentors who gave the trait for this', () => {
    expect(styleWithWish(40, wish, 'm1')).toBe(60);
    expect(styleWithWish(null, wish, 'm1')).toBe(100);
  });

  test('takes nothing from a mentor who gave no trait', () => {
    expect(styleWithWish(40, wish, 'm2')).toBe(40);
    expect(styleWithWish(null, wish, 'm2')).toBeNull();
  });

  test('changes nothing where nobody wished, or where a must already decides', () => {
    expect(styleWithWish(40, undefined, 'm1')).toBe(40);
    expect(styleWithWish(40, { ...wish, isMust: true }, 'm1')).toBe(40);
  });
});
