import { InputError } from '../src/problem.ts';

/** An object of known fields; a field that is not known is a mistake in its name. */
export function recordAt(
  value: unknown,
  at: string,
  fields: readonly string[],
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(at, 'must be an object');
  }
  for (const field of Object.keys(value)) {
    if (!fields.includes(field)) {
      throw new InputError(inside(at, field), `is not known; fields are ${fields.join(', ')}`);
    }
  }
  return value as Record<string, unknown>;
}

/** A list, each item read by `read`; absent is empty. */
export function listAt<T>(value: unknown, at: string, read: (item: unknown, at: string) => T): T[] {
  if (value == null) return [];
  if (!Array.isArray(value)) throw new InputError(at, 'must be a list');
  return value.map((item, index) => read(item, `${at}[${index}]`));
}

/** The same where an empty list makes no sense. */
export function filledListAt<T>(
  value: unknown,
  at: string,
  read: (item: unknown, at: string) => T,
): T[] {
  const list = listAt(value, at, read);
  if (list.length === 0) throw new InputError(at, 'must hold at least one item');
  return list;
}

export function textAt(value: unknown, at: string): string {
  if (typeof value !== 'string' || value === '') throw new InputError(at, 'must be text');
  return value;
}

/** A whole number from `min` to `max`. */
export function wholeAt(value: unknown, at: string, min = 0, max = 1e9): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw new InputError(at, `must be a whole number from ${min} to ${max}`);
  }
  return value;
}

export function numberAt(value: unknown, at: string, min: number, max: number): number {
  if (typeof value !== 'number' || !(value >= min && value <= max)) {
    throw new InputError(at, `must be a number from ${min} to ${max}`);
  }
  return value;
}

export function yesNoAt(value: unknown, at: string): boolean {
  if (typeof value !== 'boolean') throw new InputError(at, 'must be true or false');
  return value;
}

/** One of some words. */
export function wordAt<const W extends string>(value: unknown, at: string, words: readonly W[]): W {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new InputError(at, `must be one of ${words.join(', ')}`);
  return found;
}

/** `read` where there is something, otherwise `absent`. */
export function orElse<T, A>(
  value: unknown,
  at: string,
  read: (value: unknown, at: string) => T,
  absent: A,
): T | A {
  return value == null ? absent : read(value, at);
}

/** An object of names with a level from 0 to 100 each. */
export function levelsAt(value: unknown, at: string): ReadonlyMap<string, number> {
  if (value == null) return new Map();
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new InputError(at, 'must be an object of names and levels');
  }
  return new Map(
    Object.entries(value).map(([name, level]) => [name, wholeAt(level, `${at}.${name}`, 0, 100)]),
  );
}

/** @throws InputError at the second of two items with the same id. */
export function refuseTwins(items: readonly { id: string }[], at: string): void {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (seen.has(id)) throw new InputError(`${at}[${index}].id`, `${id} is there twice`);
    seen.add(id);
  });
}

function inside(at: string, field: string): string {
  return at === '' ? field : `${at}.${field}`;
}
