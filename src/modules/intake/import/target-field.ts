import { foldCase } from '../../../kernel/text.ts';

/** What a list is about; the `kind` of an import run. */
export const importKinds = ['enterprises', 'people', 'mentors'] as const;
export type ImportKind = (typeof importKinds)[number];

/** How the values of a field look, by which a guessed column is believed or dropped. */
export type ValueShape =
  | 'authority'
  | 'company-number'
  | 'date'
  | 'email'
  | 'number'
  | 'phone'
  | 'place'
  | 'postcode'
  | 'sic'
  | 'standing'
  | 'text'
  | 'vat-number'
  | 'website';

export interface TargetField {
  key: string;
  /** As shown beside the file's header. */
  label: string;
  shape: ValueShape;
  /** Several columns may go into it, in the file's order. */
  isMany: boolean;
  /** Words of headers, folded: lower case, single spaces, no single figures. */
  aliases: readonly string[];
}

/** `key | label | shape | aliases separated by comma`, a `+` behind the key for several columns. */
export function targetFields(list: string): TargetField[] {
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [key = '', label = '', shape = 'text', aliases = ''] = line
        .split('|')
        .map((part) => part.trim());
      return {
        key: key.replace('+', ''),
        label,
        shape: shape as ValueShape,
        isMany: key.endsWith('+'),
        aliases: aliases.split(',').map((alias) => foldCase(alias.trim())),
      };
    });
}
