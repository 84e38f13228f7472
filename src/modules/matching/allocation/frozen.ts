import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type MatchInput,
  type MatchResult,
  parseMatchInput,
} from '../../../../packages/matching-engine/src/problem.ts';
import { verify } from '../../../../packages/matching-engine/src/verify.ts';

/** What was solved and what came of it, as it is kept and handed out. */
export interface Frozen {
  input: Buffer;
  result: Buffer;
  /** SHA-256 of the input's JSON, hexadecimal. */
  inputHash: string;
}

/** Packs a solved input for keeping. */
export function freeze(input: MatchInput, result: MatchResult): Frozen {
  const json = JSON.stringify(input);
  return {
    input: gzipSync(json),
    result: gzipSync(JSON.stringify(result)),
    inputHash: hashOf(json),
  };
}

/** The kept JSON as it was packed. */
export function thaw(packed: Uint8Array): string {
  return gunzipSync(packed).toString('utf8');
}

function hashOf(json: string): string {
  return createHash('sha256').update(json).digest('hex');
}

/** Whether the kept input is the one that was sent by, and the kept result is still proved the best for it. */
export function recheck(frozen: {
  input: Uint8Array;
  result: Uint8Array;
  inputHash: string;
}): { ok: true } | { ok: false; why: string } {
  const json = thaw(frozen.input);
  if (hashOf(json) !== frozen.inputHash) {
    return { ok: false, why: 'The kept input is not the one that was sent by.' };
  }
  const input = parseMatchInput(JSON.parse(json));
  const result = JSON.parse(thaw(frozen.result)) as MatchResult;
  const checked = verify(input, result);
  return checked.ok ? checked : { ok: false, why: `${checked.at}: ${checked.why}` };
}
