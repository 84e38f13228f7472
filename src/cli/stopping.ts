/**
 * Runs `stop` once, on Ctrl-C, on a polite kill, or when the process that started this one is gone. A second
 * Ctrl-C runs `stopHard`. npm and the terminal may both pass one Ctrl-C on, so two within 300 ms are one.
 */
export function onStop(stop: (why: string) => void, stopHard: () => void): void {
  let first: number | null = null;
  const ask = (why: string) => {
    if (first === null) {
      first = performance.now();
      stop(why);
    } else if (why !== 'parent' && performance.now() - first > 300) {
      stopHard();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => ask(signal));
  if (process.connected) {
    process.once('disconnect', () => ask('parent'));
  }
}
