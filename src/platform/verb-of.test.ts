import { expect, test } from 'vitest';
import { verbOf } from './page.ts';

test('a form does what its page can do', () => {
  expect(verbOf({ do: 'end' }, ['begin', 'end'])).toBe('end');
  expect(verbOf({ as: 'answer' }, ['answer'], 'as')).toBe('answer');
});

test.each([
  {},
  { do: '' },
  { do: 'ends' },
  { do: ' end' },
  { do: ['other', 'end'] },
  { do: 'END' },
])('any other verb is refused with 400: %j', (form) => {
  const refused = () => verbOf(form, ['begin', 'end']);
  expect(refused).toThrow();
  try {
    refused();
  } catch (thrown) {
    expect(thrown).toMatchObject({ init: { status: 400 } });
  }
});
