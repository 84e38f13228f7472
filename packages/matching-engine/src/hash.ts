/** 32-bit hash of text (FNV-1a with a final mix), the same on every machine. */
export function hashText(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) | 0;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return mix(hash);
}

/** 24 bits for a pair of hashed ids: small enough that 100,000 of them sum far below 2^53. */
export function hashPair(a: number, b: number, round: number): number {
  return mix(mix(a + Math.imul(round, 0x9e3779b9)) ^ Math.imul(b, 0x85ebca6b)) >>> 8;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}
