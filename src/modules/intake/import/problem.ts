/** What kept a row out, or what a person should know about a row that was taken. */
export interface Problem {
  /** Row number as the spreadsheet program shows it. */
  row: number;
  /** The file's header; null when it is about the whole row. */
  column: string | null;
  code: ProblemCode;
  /** What is wrong and how to mend it. */
  message: string;
  /** True when the row cannot be taken until this is mended. */
  isRefusal: boolean;
}

export type ProblemCode =
  | 'adviser-stays'
  | 'adviser-unknown'
  | 'ambiguous-date'
  | 'ambiguous-number'
  | 'approximate-number'
  | 'cell-error'
  | 'company-not-active'
  | 'company-number'
  | 'company-number-short'
  | 'conflicting-row'
  | 'contact-other-address'
  | 'control-characters'
  | 'date'
  | 'date-in-future'
  | 'email'
  | 'enterprise-not-on-record'
  | 'enterprise-unknown'
  | 'formula'
  | 'headers-again'
  | 'line-break'
  | 'local-authority'
  | 'lost-digits'
  | 'may-be-no-firm'
  | 'name-missing'
  | 'name-only'
  | 'number'
  | 'number-range'
  | 'on-record-as'
  | 'only-year-known'
  | 'phone'
  | 'phone-zero-restored'
  | 'possible-duplicate'
  | 'postcode'
  | 'ragged-row'
  | 'repaired-characters'
  | 'same-as-row'
  | 'second-list'
  | 'several-emails'
  | 'shared-vat-number'
  | 'sic'
  | 'sic-other-list'
  | 'too-long'
  | 'unknown-word'
  | 'unreadable-characters'
  | 'vat-number'
  | 'website';
