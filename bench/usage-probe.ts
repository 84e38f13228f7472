/** What a process has used so far. */
export interface Usage {
  /** User and system time of the process, in milliseconds. */
  readonly cpu: number;
  readonly rssBytes: number;
}

// Loaded before the program with --import, so that the program itself knows nothing of the bench.
process.on('message', (message) => {
  if (message !== 'usage') return;
  const { user, system } = process.cpuUsage();
  const usage: Usage = { cpu: (user + system) / 1000, rssBytes: process.memoryUsage.rss() };
  process.send?.({ usage });
});
