import type { Instant } from '../../kernel/calendar.ts';
import type { AppError } from '../../kernel/errors.ts';
import { isRefusal } from './refused.ts';

/** A life told in steps: each `yield` says when it goes on. */
export type Script<T = void> = AsyncGenerator<Instant, T, undefined>;

/** A step that the programme's rules refused and whose script knew no other way. */
export interface CutScene {
  readonly script: string;
  readonly at: Instant;
  readonly refusal: AppError;
}

interface Director {
  /** Adds a script, also while others play. */
  add(name: string, script: Script): void;
  /**
   * Plays every script in the order of time up to `until`; what would come later never happens. `before` each step
   * is told where the story is.
   */
  play(until: Instant, before?: (at: Instant) => Promise<void>): Promise<void>;
  /** Scripts that ended before their end, because a step was refused. */
  readonly cut: readonly CutScene[];
}

/**
 * Plays scripts side by side, setting the clock before each step. Time never goes back. A refusal ends the script
 * that met it and no other: one firm's story is shorter then, and the rest is told.
 */
export function createDirector(clock: { now(): Instant; set(at: Instant): void }): Director {
  const waiting: { name: string; script: Script; at: Instant }[] = [];
  const cut: CutScene[] = [];

  /** When the script goes on; null when it is over. */
  async function step(name: string, script: Script): Promise<Instant | null> {
    try {
      const next = await script.next();
      return next.done ? null : next.value;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      cut.push({ script: name, at: clock.now(), refusal: error });
      return null;
    }
  }

  return {
    cut,
    add(name, script) {
      waiting.push({ name, script, at: clock.now() });
    },
    async play(until, before) {
      for (;;) {
        const next = waiting.reduce<(typeof waiting)[number] | null>(
          (first, each) => (first === null || each.at < first.at ? each : first),
          null,
        );
        if (next === null || next.at > until) return;
        if (next.at > clock.now()) clock.set(next.at);
        await before?.(clock.now());
        const goesOn = await step(next.name, next.script);
        if (goesOn === null) waiting.splice(waiting.indexOf(next), 1);
        else next.at = goesOn;
      }
    },
  };
}
