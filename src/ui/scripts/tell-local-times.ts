/** Puts the reader's own time beside a moment of another zone. */
export function tellLocalTimes(): void {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-zone]')) {
    const instant = Date.parse(time.dateTime);
    const zone = time.dataset['zone'];
    if (!zone || Number.isNaN(instant)) continue;
    const there = say(instant, zone);
    const here = say(instant, own);
    if (there !== here) time.append(` (${here} your time)`);
  }
}

function say(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant);
}
