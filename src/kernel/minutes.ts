/** `570` → `9 h 30`; whole hours `9 h`; below an hour `45 min`. Minutes are integers. */
export function formatMinutes(minutes: number): string {
  const sign = minutes < 0 ? '−' : '';
  const all = Math.abs(minutes);
  const hours = Math.floor(all / 60);
  const rest = all % 60;
  if (hours === 0) return `${sign}${rest} min`;
  return rest === 0 ? `${sign}${hours} h` : `${sign}${hours} h ${String(rest).padStart(2, '0')}`;
}

/** `570` → `9 hours 30 minutes`, for letters and screen readers. */
export function formatMinutesLong(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const words: string[] = [];
  if (hours > 0) words.push(`${hours} ${hours === 1 ? 'hour' : 'hours'}`);
  if (rest > 0 || hours === 0) words.push(`${rest} ${rest === 1 ? 'minute' : 'minutes'}`);
  return words.join(' ');
}
