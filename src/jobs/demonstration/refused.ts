import { AppError } from '../../kernel/errors.ts';

/** True when a rule of the programme said no; anything else is a fault. */
export function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && error.code !== 'internal';
}

const ofTheMoment = new Set(['conflict', 'forbidden', 'limit', 'not-found', 'precondition']);

/**
 * What somebody tries who knows that things may have changed meanwhile: null when they have, and the story goes on
 * another way. A wrong entry is not of the moment: it would be wrong on every day.
 */
export async function unlessRefused<T>(attempt: Promise<T>): Promise<T | null> {
  try {
    return await attempt;
  } catch (error) {
    if (isRefusal(error) && ofTheMoment.has(error.code)) return null;
    throw error;
  }
}
