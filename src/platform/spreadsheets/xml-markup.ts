/** A tag of an XML text, as it stands; attributes are looked up with `attribute`. */
export interface Tag {
  /** With its prefix. */
  name: string;
  attributes: string;
  isOpen: boolean;
  /** The end of an element, also of one without content (`<c/>`). */
  isClosed: boolean;
}

/** No cell, tag or comment is longer; a part whose markup never ends is not read on. */
const longestPiece = 1_000_000;

/**
 * The tags and texts of an XML document as its pieces pass. Each character is looked at a bounded number of
 * times, whatever the document. No entities are defined, no other document is opened.
 */
export function* xmlMarkup(chunks: Iterable<string>): Generator<Tag | string> {
  let rest = '';
  for (const chunk of chunks) {
    const text = rest + chunk;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open === -1) break;
      const end = endOfMarkup(text, open);
      if (end === -1) break;
      if (open > at) yield unescapeXml(text.slice(at, open));
      const sign = text.charCodeAt(open + 1);
      if (sign !== exclamationMark && sign !== questionMark) yield tagOf(text, open, end);
      else if (text.startsWith('<![CDATA[', open)) yield text.slice(open + 9, end - 3);
      at = end;
    }
    rest = text.slice(at);
    if (rest.length > longestPiece) throw new Error('a piece of markup has no end');
  }
}

/** Behind the `>` that ends what begins at `open`; -1 when it is not there yet. */
function endOfMarkup(text: string, open: number): number {
  const sign = text.charCodeAt(open + 1);
  if (sign === questionMark) return behind(text, '?>', open + 2);
  if (sign === exclamationMark) return endOfDeclaration(text, open);
  let quote = 0;
  for (let at = open + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at + 1;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

const exclamationMark = 33;
const questionMark = 63;

function endOfDeclaration(text: string, open: number): number {
  // Too short to tell `<!--` and `<![CDATA[` apart.
  if (text.length < open + 9) return -1;
  if (text.startsWith('<!--', open)) return behind(text, '-->', open + 4);
  if (text.startsWith('<![CDATA[', open)) return behind(text, ']]>', open + 9);
  const end = text.indexOf('>', open);
  const inner = text.indexOf('[', open);
  return inner !== -1 && inner < end ? behind(text, ']>', inner) : end === -1 ? -1 : end + 1;
}

function behind(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? -1 : at + end.length;
}

function tagOf(text: string, open: number, end: number): Tag {
  const isOpen = text.charCodeAt(open + 1) !== 47;
  const isEmpty = text.charCodeAt(end - 2) === 47;
  const from = isOpen ? open + 1 : open + 2;
  const to = isEmpty ? end - 2 : end - 1;
  let at = from;
  while (at < to && !isBlank(text.charCodeAt(at))) at += 1;
  return {
    name: text.slice(from, at),
    attributes: text.slice(at, to),
    isOpen,
    isClosed: !isOpen || isEmpty,
  };
}

/** A name without its prefix: `x:row` is a row, too. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    if (at > 0 && !isBlank(attributes.charCodeAt(at - 1))) continue;
    const equals = skipBlanks(attributes, at + name.length);
    if (attributes[equals] !== '=') continue;
    const quote = skipBlanks(attributes, equals + 1);
    const sign = attributes[quote];
    if (sign !== '"' && sign !== "'") continue;
    const to = attributes.indexOf(sign, quote + 1);
    return to === -1 ? undefined : unescapeXml(attributes.slice(quote + 1, to));
  }
  return undefined;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text without the five entities of XML and without numbered characters. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{1,8});/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return named[entity] ?? whole;
    const code = /^#x/i.test(entity)
      ? Number.parseInt(entity.slice(2), 16)
      : Number(entity.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
