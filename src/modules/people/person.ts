import { z } from 'zod';
import { squash } from '../../kernel/text.ts';
import { isMailAddress } from '../../kernel/contact-details.ts';

export type PersonStatus = 'active' | 'invited' | 'no-account' | 'removed';

export const statusLabels: Readonly<Record<PersonStatus, string>> = {
  active: 'Can sign in',
  invited: 'Invited',
  'no-account': 'Not invited yet',
  removed: 'Removed',
};

interface Facts {
  hasAccount: boolean;
  isRemoved: boolean;
  isInvited: boolean;
}

/** How a person stands to signing in. */
export function personStatus(facts: Facts): PersonStatus {
  if (facts.isRemoved) return 'removed';
  if (facts.hasAccount) return 'active';
  return facts.isInvited ? 'invited' : 'no-account';
}

/** A name on one line; `missing` is said when it is empty. */
export function nameField(missing: string) {
  return z
    .string()
    .max(200, 'Use at most 200 characters.')
    .transform(squash)
    .pipe(z.string().min(1, missing));
}

export const personName = nameField('Enter the name.');

/** A mail address in lower case. */
export const mailAddress = z
  .string()
  .max(320, 'Use at most 320 characters.')
  .transform((text) => text.trim().toLowerCase())
  .refine(isMailAddress, 'Enter an email address such as name@example.org.');

/** The same, or nothing. */
export const optionalMailAddress = z
  .string()
  .max(320, 'Use at most 320 characters.')
  .transform((text) => text.trim().toLowerCase())
  .refine(
    (text) => text === '' || isMailAddress(text),
    'Enter an email address such as name@example.org.',
  );

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time such as 20:00.');

/** The columns that the form of a person's details shows. */
export const personFormColumns = [
  'name',
  'email',
  'phone',
  'access_needs',
  'quiet_from',
  'quiet_to',
] as const;

/** What a person says about reaching them; also edited by staff. */
export const reachFields = {
  name: personName,
  phone: z.string().max(50, 'Use at most 50 characters.').transform(squash),
  accessNeeds: z.string().trim().max(2000, 'Use at most 2,000 characters.'),
  quietFrom: time,
  quietTo: time,
};
