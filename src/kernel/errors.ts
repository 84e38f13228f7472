export type ErrorCode =
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'invalid'
  | 'limit'
  | 'precondition'
  | 'internal';

declare const shownMark: unique symbol;

/** Named fields of a stored record, to be shown beside what was typed. Only `shown` makes one: a whole row never is. */
export type Shown = Readonly<Record<string, unknown>> & { readonly [shownMark]: true };

/** The fields of a record that a refusal may carry to whoever sent the form. */
export function shown<R extends object>(row: R, ...fields: readonly (keyof R & string)[]): Shown {
  return Object.fromEntries(fields.map((field) => [field, row[field]])) as Shown;
}

/** A page to go on to, with the words of its link. */
export interface See {
  href: string;
  label: string;
}

interface ErrorExtra {
  /** Message per form field, keyed by the field's name. */
  fields?: Record<string, string>;
  /** What a page shows beside what was typed, e.g. what somebody else stored meanwhile. */
  details?: Shown | undefined;
  /** Where what stands in the way can be seen, for somebody who may open it. */
  see?: See | undefined;
  cause?: unknown;
}

/** The one error family. Thrown deep, translated once per transport. The message is shown to people. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string>;
  readonly details: Shown | undefined;
  readonly see: See | undefined;

  constructor(code: ErrorCode, message: string, extra: ErrorExtra = {}) {
    super(message, { cause: extra.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = extra.fields ?? {};
    this.details = extra.details;
    this.see = extra.see;
  }
}

/** Also the answer to "not allowed": whether a thing exists is not told to somebody who may not see it. */
export function notFound(what = 'page'): AppError {
  return new AppError('not-found', `This ${what} does not exist, or you cannot see it.`);
}

const checkEntries = 'Check what you entered.';

/** Input that a person can mend; `fields` holds a message per form field. */
export function invalid(fields: Record<string, string>, message = checkEntries): AppError {
  return new AppError('invalid', message, { fields });
}

/** Input that is refused because of something else on record, which `see` leads to. */
export function clash(fields: Record<string, string>, see: See | undefined): AppError {
  return new AppError('invalid', checkEntries, { fields, see });
}

/** Somebody else changed the record meanwhile; `details` holds what is stored now. */
export function conflict(message: string, details?: Shown): AppError {
  return new AppError('conflict', message, { details });
}

/** The record's state does not allow this now; the message says why and what would. */
export function precondition(message: string): AppError {
  return new AppError('precondition', message);
}

/** Too much or too often. */
export function limit(message: string): AppError {
  return new AppError('limit', message);
}

/** True for an `AppError` with the given code, also across bundles. */
export function hasCode(error: unknown, code: ErrorCode): error is AppError {
  return error instanceof Error && error.name === 'AppError' && (error as AppError).code === code;
}
