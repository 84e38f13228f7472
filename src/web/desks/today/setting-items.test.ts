import { expect, test } from 'vitest';
import { programmePaths } from '../../../kernel/paths.ts';
import type { Programme } from '../../../modules/programmes/reads.ts';
import { pauseItems } from './setting-items.ts';

const paths = programmePaths('north', 'grow');
const itemOf = (today: string) =>
  pauseItems(
    {
      ...{ id: 'p', name: 'Grow', state: 'open' },
      ...{ applications_open: false, pause_until: '2026-12-01' },
    } as Programme,
    paths,
    today,
  )[0];

test('a pause whose day has come asks to open or to set a new day, and not before', () => {
  expect(itemOf('2026-11-30')).toBeUndefined();
  expect(itemOf('2026-12-01')).toMatchObject({
    why: 'Applications are paused, and the public page says that they are expected again from 1 December 2026. Open them, or set a new day.',
    verbHref: paths.publicPage,
    needs: 'settings',
  });
  expect(itemOf('2026-12-05')?.why).toContain('the public page said that');
});
