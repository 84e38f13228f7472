export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a form holds, by field; a choice is a field of its own for each of its options. */
export type Entries = Record<string, string>;

const never = ['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset'];
const chosen = ['radio', 'checkbox'];
const secret = ['one-time-code', 'current-password', 'new-password'];

/** The fields of a form that may be copied: never private remarks, passwords, codes or files. */
export function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (one): one is Field =>
      (one instanceof HTMLInputElement ||
        one instanceof HTMLTextAreaElement ||
        one instanceof HTMLSelectElement) &&
      one.name !== '' &&
      !never.includes(one.type) &&
      !secret.includes(one.autocomplete) &&
      !('readOnly' in one && one.readOnly) &&
      !one.hasAttribute('data-private'),
  );
}

/** Whether words are typed here, and nothing is chosen. */
export function isTyped(field: Field): boolean {
  return !(field instanceof HTMLSelectElement) && !chosen.includes(field.type);
}

function isChoice(field: Field): field is HTMLInputElement {
  return chosen.includes(field.type);
}

export function keyOf(field: Field): string {
  return isChoice(field) ? `${field.name}=${field.value}` : field.name;
}

export function entryOf(field: Field): string {
  return isChoice(field) ? String(field.checked) : field.value;
}

export function putEntry(field: Field, entry: string): void {
  if (isChoice(field)) field.checked = entry === 'true';
  else field.value = entry;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Whether the field still holds what the page came with. */
export function isUntouched(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return true;
  return isChoice(field)
    ? field.checked === field.defaultChecked
    : field.value === field.defaultValue;
}
