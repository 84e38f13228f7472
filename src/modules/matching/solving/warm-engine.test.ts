import { expect, test } from 'vitest';
import { warmEngine } from './warm-engine.ts';

test('the engine is warmed with the same instance each time', () => {
  expect(warmEngine()).toBeGreaterThan(10);
  expect(warmEngine()).toBe(warmEngine());
});
