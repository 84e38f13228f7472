/** The standard form of the rule for UK postcodes, on upper-case text. */
const pattern =
  /^(GIR 0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW]) ?[0-9][ABD-HJLNP-UW-Z]{2})$/;

/**
 * A UK postcode as `CV4 7EZ`, or null. It says where post goes, never in which authority a firm trades: CV7
 * alone lies in five of them.
 */
export function formatPostcode(text: string): string | null {
  if (text.length > 40) return null;
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (plain.length < 5 || plain.length > 7) return null;
  const spaced = `${plain.slice(0, -3)} ${plain.slice(-3)}`;
  return pattern.test(spaced) ? spaced : null;
}

/** The key that finds the same postcode however it was typed; foreign ones too. */
export function postcodeKey(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
