/** The letters that the second half of a UK postcode may have: none that is easily misread. */
const letters = 'ABDEFGHJLNPQRSTUWXYZ';

/** A postcode of the district that keeps the rule for postcodes, fixed per name. */
export function inventedPostcode(district: string, name: string): string {
  let sum = name.length;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 3600;
  const [digit, first, second] = [sum % 9, Math.floor(sum / 9) % 20, Math.floor(sum / 180) % 20];
  return `${district} ${digit + 1}${letters[first] ?? 'A'}${letters[second] ?? 'B'}`;
}
