interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The label that is open around it. */
  readonly label: Element | null;
}

const comments = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g;
const tags = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"'=<>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const references = ['for', 'aria-describedby', 'aria-labelledby', 'list', 'form', 'data-reveals'];
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
  let label: Element | null = null;
  for (const [, close, name = '', text = ''] of html.replace(comments, '').matchAll(tags)) {
    const tag = name.toLowerCase();
    if (close === '/') {
      if (tag === 'label') label = null;
      continue;
    }
    const attributes = new Map(
      [...text.matchAll(/([^\s"'=<>/]+)(?:="([^"]*)")?/g)].map((one) => [
        (one[1] ?? '').toLowerCase(),
        one[2] ?? '',
      ]),
    );
    const element: Element = { tag, attributes, label };
    found.push(element);
    if (tag === 'label') label = element;
  }
  return found;
}

function isNamedControl({ tag, attributes }: Element): boolean {
  if (tag === 'select' || tag === 'textarea') return true;
  return tag === 'input' && !nameless.has(attributes.get('type') ?? 'text');
}

function labelProblem(control: Element, labels: readonly Element[]): string | null {
  const id = control.attributes.get('id');
  const own = labels.filter(
    (label) => label === control.label || (id !== undefined && label.attributes.get('for') === id),
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
