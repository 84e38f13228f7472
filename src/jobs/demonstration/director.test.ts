import { expect, test } from 'vitest';
import { addMinutes, type Instant } from '../../kernel/calendar.ts';
import { conflict, invalid, precondition } from '../../kernel/errors.ts';
import { settableClock } from '../../platform/clock.ts';
import { createDirector, type Script } from './director.ts';
import { unlessRefused } from './refused.ts';

const start = '2026-11-24T09:00:00.000Z';

async function* steps(said: string[], name: string, pause: number, fails?: Error): Script {
  for (let at: Instant = start; ;) {
    at = addMinutes(at, pause);
    yield at;
    if (fails && said.length > 2) throw fails;
    said.push(name);
  }
}

test('a refusal ends the script that met it and no other', async () => {
  const said: string[] = [];
  const director = createDirector(settableClock(start));
  director.add('one', steps(said, 'one', 10));
  director.add('two', steps(said, 'two', 20, precondition('No.')));
  await director.play(addMinutes(start, 60));
  expect(said).toEqual(['one', 'one', 'two', 'one', 'one', 'one', 'one']);
  expect(director.cut).toMatchObject([{ script: 'two', refusal: { message: 'No.' } }]);
});

test('a fault ends the play', async () => {
  const director = createDirector(settableClock(start));
  director.add('one', steps(['', '', ''], 'one', 10, new Error('broken')));
  await expect(director.play(addMinutes(start, 60))).rejects.toThrow('broken');
});

test('who is refused by the moment goes another way; a wrong entry stays wrong', async () => {
  expect(await unlessRefused(Promise.resolve(1))).toBe(1);
  expect(await unlessRefused(Promise.reject(conflict('Taken.')))).toBeNull();
  await expect(unlessRefused(Promise.reject(invalid({ day: 'Enter a day.' })))).rejects.toThrow();
  await expect(unlessRefused(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
