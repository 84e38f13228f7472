/** Another organisation that may help; only its name has to be there. */
export interface Signpost {
  name: string;
  about: string;
  address: string;
}

/** In one line, as a public page and a refusal name it: what it is called, does, and how it is reached. */
export function signpostLine({ name, about, address }: Signpost): string {
  return [name, about, address].filter((text) => text !== '').join(', ');
}
