interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What it stands in. */
  readonly within: Element | null;
}

const comments = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g;
const tags = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"'=<>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const references = ['for', 'aria-describedby', 'aria-labelledby', 'list', 'form', 'data-reveals'];
const voids = new Set(['input', 'br', 'hr', 'img', 'meta', 'link', 'source', 'col', 'wbr']);
const nameless = new Set(['hidden', 'submit', 'button', 'reset', 'image']);

/**
 * What is wrong with the names of a page's controls, one line each: an id that stands twice, so that a click
 * on one name ticks another box; a control that has no label, or two; a label, hint or link that points at
 * nothing. Reads what React and the browser write: attributes in double quotes.
 */
export function markupProblems(html: string): string[] {
  const elements = elementsOf(html);
  const ids = elements.flatMap((one) => one.attributes.get('id') ?? []);
  const known = new Set(ids);
  const twice = [...known].filter((id) => ids.indexOf(id) !== ids.lastIndexOf(id));
  const labels = elements.filter(({ tag }) => tag === 'label');
  const named = elements
    .filter(isNamedControl)
    .flatMap((control) => labelProblem(control, labels) ?? []);
  const lost = elements.flatMap((one) =>
    targetsOf(one)
      .filter((id) => !known.has(id))
      .map((id) => `${one.tag} points at #${id}, which is not there`),
  );
  return [...twice.map((id) => `two elements have the id ${id}`), ...named, ...lost];
}

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  let within: Element | null = null;
  for (const [, close, name = '', text = ''] of html.replace(comments, '').matchAll(tags)) {
    const tag = name.toLowerCase();
    if (close === '/') {
      within = around(within, (one) => one.tag === tag)?.within ?? null;
      continue;
    }
    const attributes = new Map(
      [...text.matchAll(/([^\s"'=<>/]+)(?:="([^"]*)")?/g)].map((one) => [
        (one[1] ?? '').toLowerCase(),
        one[2] ?? '',
      ]),
    );
    const element: Element = { tag, attributes, within };
    found.push(element);
    if (!voids.has(tag)) within = element;
  }
  return found;
}

/** The element itself or the nearest around it of which something holds. */
function around(from: Element | null, holds: (one: Element) => boolean): Element | null {
  for (let one = from; one; one = one.within) if (holds(one)) return one;
  return null;
}

/**
 * What on a page does nothing for whoever has no scripts, one line each: a form without a button that sends it, a field
 * that belongs to no form, a button or link in sight that only a script could make work.
 */
export function scriptlessProblems(html: string): string[] {
  const elements = elementsOf(html).filter(
    (one) => around(one, ({ attributes }) => attributes.has('hidden')) === null,
  );
  const formOf = ({ attributes, within }: Element) =>
    attributes.has('form')
      ? elements.find((one) => one.attributes.get('id') === attributes.get('form'))
      : around(within, ({ tag }) => tag === 'form');
  const sends = elements.filter(isSubmit).map(formOf);
  return elements.flatMap((one) => {
    const { tag, attributes } = one;
    const name = attributes.get('name') ?? attributes.get('class') ?? '';
    if (tag === 'form' && !sends.includes(one)) return [`form ${name} has no button that sends it`];
    if (isSubmit(one) && !formOf(one)) return [`button ${name} sends no form`];
    if (tag === 'button' && attributes.get('type') === 'button') {
      return [`button ${name} needs a script`];
    }
    if (tag === 'a' && ['', '#'].includes(attributes.get('href') ?? '')) {
      return [`link ${name} leads nowhere`];
    }
    const isFree = isNamedControl(one) && !attributes.has('readonly') && !formOf(one);
    return isFree ? [`${tag} ${name} belongs to no form`] : [];
  });
}

function isSubmit({ tag, attributes }: Element): boolean {
  const type = attributes.get('type');
  if (tag === 'input') return type === 'submit' || type === 'image';
  return tag === 'button' && type !== 'button' && type !== 'reset';
}

function isNamedControl({ tag, attributes }: Element): boolean {
  if (tag === 'select' || tag === 'textarea') return true;
  return tag === 'input' && !nameless.has(attributes.get('type') ?? 'text');
}

function labelProblem(control: Element, labels: readonly Element[]): string | null {
  const id = control.attributes.get('id');
  const own = labels.filter(
    (label) =>
      label === around(control, ({ tag }) => tag === 'label') ||
      (id !== undefined && label.attributes.get('for') === id),
  );
  const isNamed = control.attributes.has('aria-label') || control.attributes.has('aria-labelledby');
  if (own.length === 1 || (own.length === 0 && isNamed)) return null;
  const { attributes } = control;
  const which = [attributes.get('name'), attributes.get('value')].filter(Boolean).join('=');
  return `${control.tag} ${which} has ${own.length} labels`;
}

function targetsOf({ tag, attributes }: Element): string[] {
  const href = tag === 'a' ? attributes.get('href') : undefined;
  const link = href?.startsWith('#') === true && href.length > 1 ? [href.slice(1)] : [];
  const others = references.flatMap((name) => (attributes.get(name) ?? '').split(' '));
  return [...link, ...others].filter((id) => id !== '');
}
