import { addMinutes } from '../../kernel/calendar.ts';
import { type Role, staffRoles } from '../../platform/permission.ts';

/** Who must have a second factor: nobody, whoever reaches far, or everybody who works for the organisation. */
export const secondFactorRules = ['nobody', 'far-reaching', 'staff'] as const;
export type SecondFactorRule = (typeof secondFactorRules)[number];

export const secondFactorWords: Readonly<Record<SecondFactorRule, string>> = {
  'far-reaching': 'Administrators, managers, finance and auditors',
  staff: 'Everybody who works here',
  nobody: 'Nobody: it is up to each',
};

const farReaching: readonly Role[] = ['admin', 'manager', 'finance', 'auditor'];

/** The roles that the rule is about. */
export function rolesThatNeedFactor(rule: SecondFactorRule): readonly Role[] {
  if (rule === 'nobody') return [];
  return rule === 'staff' ? [...staffRoles] : farReaching;
}

const graceMinutes = 7 * 24 * 60;

/**
 * Until when somebody without a second factor may go on: a week after the rule was set or they got the first role it
 * is about, whichever came later. Null when the rule is not about them.
 */
export function secondFactorDeadline(
  rule: SecondFactorRule,
  since: string,
  held: readonly { role: Role; givenAt: string }[],
): string | null {
  const roles = rolesThatNeedFactor(rule);
  const first = held
    .filter(({ role }) => roles.includes(role))
    .map(({ givenAt }) => givenAt)
    .toSorted()[0];
  if (first === undefined) return null;
  return addMinutes(first > since ? first : since, graceMinutes);
}
