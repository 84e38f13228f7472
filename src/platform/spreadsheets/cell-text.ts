/**
 * A number in plain digits. Spreadsheets keep 15 significant digits; what is behind them is noise of the
 * binary form (0.1 + 0.2). A whole number that a double holds exactly keeps every digit.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isSafeInteger(value)) return String(value);
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '');
  const point = Number(exponent) + 1;
  if (digits === '') return '0';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const dayMs = 86_400_000;
const from1900 = Date.UTC(1899, 11, 31);
const from1904 = Date.UTC(1904, 0, 1);
const latest = Date.UTC(9999, 11, 31);

/**
 * Excel's count of days as a day, with the clock time behind it when there is one; only the time when there is no
 * day. Its year 1900 has a 29 February that never was, so that from day 61 on the count is one too high.
 */
export function serialText(serial: number, is1904: boolean): string {
  const days = is1904 || serial < 60 ? serial : serial - 1;
  const seconds = Math.round(days * 86_400);
  const at = (is1904 ? from1904 : from1900) + seconds * 1000;
  if (serial < 0 || at > latest + dayMs) return numberText(serial);
  const [day = '', clock = ''] = new Date(at).toISOString().split('T');
  const time = clock.slice(0, 5);
  if (serial < 1) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}

/** Days that have passed, as hours and minutes: `[h]:mm`. */
export function elapsedText(days: number): string {
  if (days < 0 || days > 10_000) return numberText(days);
  const minutes = Math.round(days * 1440);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
