import { describe, expect, test } from 'vitest';
import {
  type EditKind,
  editsInForce,
  type LogEntry,
  penaltyOf,
  pointsOf,
  wishesOf,
} from './allocation.ts';

let number = 0;
const entry = (
  kind: EditKind | 'undo' | 'redo',
  needId: string | null = null,
  mentorId: string | null = null,
  amount: number | null = null,
): LogEntry => {
  number += 1;
  return { number, kind, needId, mentorId, amount, reason: '', madeBy: null, madeAt: '' };
};

describe('the log of a draft', () => {
  test('undo takes back the last step and redo brings it again', () => {
    const log = [entry('pin', 'n1', 'm1'), entry('pause', null, 'm2'), entry('undo')];
    expect(editsInForce(log).done.map((each) => each.kind)).toEqual(['pin']);
    const again = editsInForce([...log, entry('redo')]);
    expect(again.done.map((each) => each.kind)).toEqual(['pin', 'pause']);
    expect(again.undone).toEqual([]);
  });

  test('a new step after undo leaves nothing to redo', () => {
    const log = [entry('pin', 'n1', 'm1'), entry('undo'), entry('bar', 'n1', 'm1'), entry('redo')];
    const { done, undone } = editsInForce(log);
    expect(done.map((each) => each.kind)).toEqual(['bar']);
    expect(undone).toEqual([]);
  });

  test('undo with nothing to undo changes nothing', () => {
    expect(editsInForce([entry('undo'), entry('redo')])).toEqual({ done: [], undone: [] });
  });
});

describe('wishes', () => {
  const wishes = (...log: LogEntry[]) => wishesOf(editsInForce(log).done);

  test('the last word on a need holds', () => {
    const { pins, aside } = wishes(entry('pin', 'n1', 'm1'), entry('set-aside', 'n1'));
    expect(pins.size).toBe(0);
    expect(aside.has('n1')).toBe(true);
    expect(wishes(entry('set-aside', 'n1'), entry('pin', 'n1', 'm1')).aside.size).toBe(0);
  });

  test('a pair cannot be decided and barred at once', () => {
    const { pins, bars } = wishes(entry('bar', 'n1', 'm1'), entry('pin', 'n1', 'm1'));
    expect(pins.get('n1')?.mentorId).toBe('m1');
    expect(bars.get('n1')?.size).toBe(0);
    expect(wishes(entry('pin', 'n1', 'm1'), entry('bar', 'n1', 'm1')).pins.size).toBe(0);
  });

  test('places more and fewer add up', () => {
    const { places } = wishes(
      entry('places', null, 'm1', 1),
      entry('places', null, 'm1', 1),
      entry('places', null, 'm1', -1),
    );
    expect(places.get('m1')).toBe(1);
  });
});

describe('what a pair is worth to the programme', () => {
  test('a pressing need counts a quarter more, one that can wait a fifth less', () => {
    expect([1, 2, 3].map((priority) => pointsOf(8000, priority))).toEqual([6400, 8000, 10_000]);
  });

  test('leaving a need waiting costs more than any fit could win, and more the longer it waited', () => {
    for (const priority of [1, 2, 3]) {
      expect(penaltyOf(priority, 0)).toBeGreaterThanOrEqual(pointsOf(10_000, priority));
      expect(penaltyOf(priority, 90)).toBeGreaterThan(penaltyOf(priority, 0));
    }
    expect(penaltyOf(2, 400)).toBe(penaltyOf(2, 180));
  });
});
