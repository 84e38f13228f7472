import type { Instant } from '../../kernel/calendar.ts';

/** A life told in steps: each `yield` says when it goes on. */
export type Script<T = void> = AsyncGenerator<Instant, T, undefined>;

interface Director {
  /** Adds a script, also while others play. */
  add(script: Script): void;
  /** Plays every script in the order of time up to `until`; what would come later never happens. */
  play(until: Instant): Promise<void>;
}

/** Plays scripts side by side, setting the clock before each step. Time never goes back. */
export function createDirector(clock: { now(): Instant; set(at: Instant): void }): Director {
  const waiting: { script: Script; at: Instant }[] = [];
  return {
    add(script) {
      waiting.push({ script, at: clock.now() });
    },
    async play(until) {
      for (;;) {
        const next = waiting.reduce<(typeof waiting)[number] | null>(
          (first, each) => (first === null || each.at < first.at ? each : first),
          null,
        );
        if (next === null || next.at > until) return;
        if (next.at > clock.now()) clock.set(next.at);
        const step = await next.script.next();
        if (step.done) waiting.splice(waiting.indexOf(next), 1);
        else next.at = step.value;
      }
    },
  };
}
