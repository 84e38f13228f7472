import type pg from 'pg';

/**
 * How many statements one connection remembers. The whole product has about 800 texts; a plan takes tens of kilobytes
 * of the server's memory, and each connection has its own.
 */
const most = 150;

/** The statements of one connection, the longest unused first: their names, null for those seen only once. */
const known = new WeakMap<pg.ClientBase, Map<string, string | null>>();
let count = 0;

/**
 * The name under which the server keeps what it worked out for this text, or null where that is not worth it: the
 * first time on a connection. With tables behind a wall per organisation, to parse and plan a page's reads costs the
 * database ten times as much as to run them (decision 0036).
 */
export function preparedName(client: pg.ClientBase, text: string): string | null {
  const texts = known.get(client) ?? new Map<string, string | null>();
  known.set(client, texts);
  const before = texts.get(text);
  const name = before === null ? `e${(count += 1)}` : (before ?? null);
  texts.delete(text);
  texts.set(text, name);
  if (texts.size > most) forget(client, texts);
  return name;
}

/** Takes the text that was not used for the longest time from the connection. */
function forget(client: pg.ClientBase, texts: Map<string, string | null>): void {
  const [oldest] = texts;
  if (!oldest) return;
  const [text, name] = oldest;
  texts.delete(text);
  if (name === null) return;
  // In a transaction that has failed the server refuses this, and keeps a plan that nobody asks for any more.
  client.query(`deallocate ${name}`).catch(() => undefined);
}
