/** A telephone number of the range that Ofcom keeps for drama (07700 900000 to 900999), fixed per name. */
export function inventedTelephone(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1000;
  return `07700 900${String(sum).padStart(3, '0')}`;
}
