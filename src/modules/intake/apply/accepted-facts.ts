import { parseMoney } from '../../../kernel/money.ts';
import { typedNumber } from '../../../kernel/typed-number.ts';
import { postcodeKey } from '../../enterprises/postcode.ts';
import {
  enterpriseColumns,
  type EnterpriseFields,
  enterpriseFields,
  splitCodes,
} from '../../enterprises/enterprise.ts';
import { type Answers, isPotentialEntrepreneur } from './apply-step.ts';

/** One text of an application; empty when the page or the answer is missing. */
export function answerOf(answers: Answers, step: keyof Answers, field: string): string {
  const value = answers[step]?.[field];
  return typeof value === 'string' ? value : '';
}

/** The enterprise's facts as an application tells them; somebody without a firm lends it their name. */
export function enterpriseOf(answers: Answers, applicant: string): EnterpriseFields {
  const text = (step: keyof Answers, field: string) => answerOf(answers, step, field);
  const isPreStart = isPotentialEntrepreneur(answers);
  const number = (field: string) => (isPreStart ? '' : text('numbers', field));
  return enterpriseFields.parse({
    name: text('your-firm', 'name') || applicant,
    isPreStart,
    description: text('your-firm', 'description'),
    companyNumber: number('companyNumber'),
    vatNumber: number('vatNumber'),
    sicCodes: splitCodes(number('sicCodes')),
    tradingSince: number('tradingSince') || null,
    phone: text('about-you', 'phone'),
    tradingAddress: text('place', 'address'),
    tradingPostcode: text('place', 'postcode'),
  });
}

/** What the application adds to a firm on record: only where nothing is known. */
export function missingColumns(
  stored: Readonly<Record<string, unknown>>,
  fields: EnterpriseFields,
): Record<string, unknown> {
  const columns = enterpriseColumns(fields);
  const added: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(columns)) {
    if (['name', 'name_key', 'is_pre_start', 'postcode_key'].includes(column)) continue;
    const isKnown = !isNothing(stored[column]);
    if (!isKnown && !isNothing(value)) added[column] = value;
  }
  if (added['trading_postcode'] !== undefined) {
    added['postcode_key'] = postcodeKey(fields.tradingPostcode);
  }
  // Somebody who prepared a firm now has it; the record and its hours stay the same.
  if (stored['is_pre_start'] === true && !fields.isPreStart) {
    Object.assign(added, {
      is_pre_start: false,
      name: columns.name,
      name_key: columns.name_key,
    });
  }
  return added;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

interface Figure {
  kind: 'staff' | 'turnover';
  amount: number;
}

/** Declared figures: staff in hundredths of a full-time equivalent, turnover in minor units. */
export function figuresOfAnswers(answers: Answers): Figure[] {
  if (isPotentialEntrepreneur(answers)) return [];
  const number = typedNumber(answerOf(answers, 'size', 'staff'));
  const staff = number === null ? null : Math.round(number * 100);
  const turnover = parseMoney(answerOf(answers, 'size', 'turnover'));
  return [
    ...(staff === null ? [] : [{ kind: 'staff' as const, amount: staff }]),
    ...(turnover === null ? [] : [{ kind: 'turnover' as const, amount: turnover }]),
  ];
}

/**
 * Whether a firm that the programme's staff do not see may be taken as the applicant: it applied itself, on
 * the public page, with exactly its company number. What staff type in is no application of the firm.
 */
export function isFirmsOwn(
  application: { source: string },
  typedNumber: string | null,
  storedNumber: string | null,
): boolean {
  return application.source === 'public' && typedNumber !== null && typedNumber === storedNumber;
}
