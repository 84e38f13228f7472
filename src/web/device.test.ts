import { expect, test } from 'vitest';
import { deviceWords } from './device.ts';

test('names a browser and its system', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0';
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604';
  expect(deviceWords(edge)).toBe('Edge on Windows');
  expect(deviceWords(phone)).toBe('Safari on iPhone');
});

test('says so when a device is not known', () => {
  expect(deviceWords('')).toBe('Unknown device');
  expect(deviceWords('curl/8.5')).toBe('Unknown device');
});
